import { readDate, readDistinct, type YamlCursor, type YamlFields } from "../notation/index.js";
import { type FactCondition, type FactKind, type FactSource, SELF_DEALING } from "./fact-source.js";

/** Keys that narrow the facts, beside the key with their kinds. */
export const NARROWING_KEYS = ["where", "except", "self-dealing", "since", "before"];

/** How a source is written, and which kinds exist. */
export interface SourceNotation {
  readonly key: string;
  /** True refuses kinds without a field to add up. */
  readonly isAddedUp: boolean;
  readonly kinds: ReadonlySet<FactKind>;
}

/** Reads a source: kinds under `key` (`deal.won`, or a list of kinds), narrowed by `NARROWING_KEYS`. */
export function readSource(fields: YamlFields, notation: SourceNotation): FactSource {
  return { kinds: readKinds(fields.required(notation.key), notation), ...readNarrowing(fields) };
}

/** Reads `NARROWING_KEYS`. */
export function readNarrowing(fields: YamlFields): Omit<FactSource, "kinds"> {
  const since = readDate(fields.optional("since"));
  const before = readDate(fields.optional("before"));
  if (since !== null && before !== null && since >= before)
    fields.required("before").refuse("INVALID_VALUE", `no day is since ${since} and before ${before}`);
  return { where: readConditions(fields.optional("where")), except: readExceptions(fields), since, before };
}

export function readKinds(cursor: YamlCursor, { isAddedUp, kinds }: Omit<SourceNotation, "key">): FactKind[] {
  return readDistinct(cursor.listOrOne("a kind of fact, or a list of them"), (element) => {
    const kind = element.nameOf("kind of fact", kinds);
    if (isAddedUp && kind === "certification")
      element.refuse("INVALID_VALUE", "a certification has no amount or quantity to add up");
    return kind;
  });
}

/** Reads conditions: attributes with their values. */
export function readConditions(cursor: YamlCursor | null): FactCondition[] {
  if (cursor === null) return [];
  return cursor
    .mapping("attributes with their values, such as `{ product: [GTX Pro] }`")
    .entries.map(([attribute, values]) => readCondition(attribute, values));
}

export function readCondition(attribute: string, values: YamlCursor): FactCondition {
  const elements = values.listOrOne("a value, or a list of values");
  return { attribute, in: readDistinct(elements, (value) => value.text("a value")) };
}

function readExceptions(fields: YamlFields): FactCondition[] {
  const exceptions = readConditions(fields.optional("except"));
  const selfDealing = fields.optional("self-dealing");
  if (selfDealing === null) return exceptions;
  selfDealing.oneOf(["excluded"]);
  if (exceptions.some(({ attribute }) => attribute === SELF_DEALING.attribute))
    selfDealing.refuse("INVALID_VALUE", "`except` says already which self-dealing does not count");
  return [...exceptions, SELF_DEALING];
}
