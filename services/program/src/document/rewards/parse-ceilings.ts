import { ONE, rational } from "../../exact/index.js";
import { readDistinct, readMoney, readShare, readTitle, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readCountingPeriod } from "../periods/index.js";
import type { Ceiling } from "./reward.js";

const KEYS = ["title", "why", "of", "each", "over", "at-most", "times", "beyond", "alert-at"];
const ADDRESS_OF_RULE = "a rule, fund or benefit by its address, such as `rebates.deal-rebate`";

/** Reads the ceilings; `addresses` are the rules, funds and benefits that they may name. */
export function readCeilings(
  cursor: YamlCursor | null,
  { addresses, currency }: { addresses: ReadonlySet<string>; currency: string },
): Ceiling[] {
  const entries = cursor?.mapping("ceilings by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a ceiling").only(KEYS);
    const beyond = fields.required("beyond");
    const alertAt = fields.optional("alert-at");
    const ceiling: Ceiling = {
      name,
      title: readTitle(fields, name),
      why: fields.required("why").words("why nothing is paid above it"),
      of: readOf(fields.required("of"), addresses),
      each: fields.required("each").oneOf(["partner", "program"]),
      over: readCountingPeriod(fields.required("over")),
      most: readMost(fields, currency),
      beyond: beyond.oneOf(["remainder", "refuse", "alert"]),
      alertAt: alertAt && readShare(alertAt, { isAboveZero: true, max: ONE }),
    };
    if (ceiling.of === "payouts" && ceiling.beyond === "remainder")
      beyond.refuse("INVALID_VALUE", "a redemption is paid whole or refused: a person asked for just this sum");
    return ceiling;
  });
}

function readOf(cursor: YamlCursor, addresses: ReadonlySet<string>): Ceiling["of"] {
  if (!cursor.isList) {
    const text = cursor.text(`\`everything\`, \`payouts\`, or ${ADDRESS_OF_RULE}`);
    if (text === "everything" || text === "payouts") return text;
  }
  return readDistinct(cursor.listOrOne(ADDRESS_OF_RULE), (element) => element.nameOf("rule", addresses));
}

function readMost(fields: YamlFields, currency: string): Ceiling["most"] {
  const times = fields.optional("times");
  if (times === null) return { unit: "money", value: readMoney(fields.required("at-most"), currency) };
  if (fields.has("at-most")) times.atKey().refuse("INVALID_VALUE", "`at-most` says already how much");
  return { unit: "times", value: rational(times.wholeNumber({ min: 1, max: 1_000_000_000 })) };
}
