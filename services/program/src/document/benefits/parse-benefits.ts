import { readDate, readFlag, readMoney, readTitle, type YamlCursor } from "../notation/index.js";
import { readCountingPeriod, readLength } from "../periods/index.js";
import { ASSIGNED_ROLES, type Benefit, DIMENSIONS, type Transition } from "./benefit.js";

const KEYS = ["title", "dimension", "description", "why", "value", "cost", "per", "owner", "claim", "fulfilled-within"];

/** The default: benefits end with the tier. */
export const AT_ONCE: Transition = { keeps: { kind: "at-once" }, isAsPromised: false };

/** Reads the benefits that tiers may give, in the order of the document. */
export function readBenefits(cursor: YamlCursor | null, currency: string): Benefit[] {
  const entries = cursor?.mapping("benefits by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a benefit").only([...KEYS, "transition", "assigns"]);
    const [value, cost] = [fields.optional("value"), fields.optional("cost")];
    const [per, within, transition] = ["per", "fulfilled-within", "transition"].map((key) => fields.optional(key));
    const claim = fields.optional("claim");
    if (within != null && claim === null)
      within.atKey().refuse("INVALID_VALUE", "a benefit that is not claimed is not fulfilled: say how under `claim`");
    return {
      name,
      title: readTitle(fields, name),
      dimension: fields.required("dimension").oneOf(DIMENSIONS),
      description: fields.optional("description")?.words() ?? null,
      why: fields.required("why").words("why partners get it"),
      value: value && readMoney(value, currency),
      cost: cost && readMoney(cost, currency),
      per: per ? readCountingPeriod(per) : null,
      owner: fields.optional("owner")?.text("who answers for it") ?? null,
      claim: claim?.text("how a partner claims it") ?? null,
      fulfilledWithinDays: within ? readLength(within, ["day"]).count : null,
      transition: transition ? readTransition(transition) : AT_ONCE,
      assigns: fields.optional("assigns")?.oneOf(ASSIGNED_ROLES) ?? null,
    };
  });
}

function readTransition(cursor: YamlCursor): Transition {
  if (!cursor.isMapping) {
    const kind = cursor.oneOf(["at-once", "period-end"]);
    return { keeps: { kind }, isAsPromised: false };
  }
  const fields = cursor.mapping("what becomes of it when the tier is left").only(["keeps", "until", "as-promised"]);
  const isAsPromised = readFlag(fields.optional("as-promised"));
  const until = fields.optional("until");
  if (until !== null) {
    if (fields.has("keeps")) until.atKey().refuse("INVALID_VALUE", "`keeps` says already how long");
    const day = readDate(until);
    return { keeps: day === null ? { kind: "at-once" } : { kind: "until", day }, isAsPromised };
  }
  const keeps = fields.required("keeps");
  const text = keeps.text("`period-end`, or a length of time such as `90 days`");
  return text === "period-end"
    ? { keeps: { kind: "period-end" }, isAsPromised }
    : { keeps: { kind: "days", days: readLength(keeps, ["day"]).count }, isAsPromised };
}
