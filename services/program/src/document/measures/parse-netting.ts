import { compare, ONE, ZERO } from "../../exact/index.js";
import { type FactKind, type FactSource, readConditions, readKinds } from "../facts/index.js";
import { readShare, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readWindow } from "../periods/index.js";
import type { MeasureUnit, SumMeasure } from "./measure.js";
import { readBound } from "./parse-bound.js";

/** The measure that facts are subtracted from. */
export interface Netted {
  readonly source: FactSource;
  readonly unit: MeasureUnit;
  readonly currency: string;
  readonly kinds: ReadonlySet<FactKind>;
  readonly isAddedUp: boolean;
}

/** Reads what keeps a sum or a count from being inflated: `net-of` and `cap-per-customer`. */
export function readNetting(fields: YamlFields, measure: Netted): Pick<SumMeasure, "netOf" | "capPerCustomer"> {
  return {
    netOf: readNetOf(fields.optional("net-of"), measure),
    capPerCustomer: readCap(fields.optional("cap-per-customer"), measure),
  };
}

/** Subtracted facts are narrowed like the measure: a refund of a product that does not count subtracts nothing. */
function readNetOf(cursor: YamlCursor | null, measure: Netted): SumMeasure["netOf"] {
  if (cursor === null) return null;
  if (!cursor.isMapping) return { source: { ...measure.source, kinds: readKinds(cursor, measure) }, window: null };
  const fields = cursor.mapping("facts that are taken off").only(["of", "where", "window"]);
  const [where, window] = [fields.optional("where"), fields.optional("window")];
  const source = {
    ...measure.source,
    kinds: readKinds(fields.required("of"), measure),
    where: where === null ? measure.source.where : readConditions(where),
  };
  return { source, window: window === null ? null : readWindow(window) };
}

function readCap(cursor: YamlCursor | null, { unit, currency }: Netted): SumMeasure["capPerCustomer"] {
  if (cursor === null) return null;
  if (cursor.isPercentage) return { kind: "share", most: readShare(cursor, { isAboveZero: true, max: ONE }) };
  const most = readBound(cursor, { unit, currency, mayBeNegative: false });
  if (compare(most, ONE) < 0 && compare(most, ZERO) >= 0)
    cursor.refuse("INVALID_VALUE", "expected a share such as 40%, or an amount of at least 1");
  return { kind: "amount", most };
}
