import type { YamlFields } from "../notation/index.js";
import type { MeasureUnit, StatisticMeasure } from "./measure.js";
import { HEADING_KEYS, type MeasureDefaults, readHeading, readWindowOr } from "./parse-simple-measure.js";

type GivenSource = Pick<StatisticMeasure, "statistic" | "field" | "source" | "onlyActive" | "late" | "by">;

const GIVEN_UNITS = ["count", "money", "percent", "points"] as const;

/** Reads a measure that is reported from outside: the latest indicator with its name. */
export function readGiven(fields: YamlFields, defaults: MeasureDefaults): StatisticMeasure {
  const unit = fields
    .only(["given", "from", ...HEADING_KEYS, "window"])
    .required("given")
    .oneOf(GIVEN_UNITS);
  const from = fields.optional("from");
  const attribute = from?.text("the attribute that has the number, such as value") ?? null;
  if (from !== null && (unit === "money" || unit === "count"))
    from
      .atKey()
      .refuse("INVALID_VALUE", `a decimal number is in points or percent: ${unit} is the fact's ${fieldOf(unit)}`);
  return {
    kind: "statistic",
    ...readHeading(fields, defaults),
    ...givenSource(defaults.name, { unit, from: attribute }),
    window: readWindowOr(fields, defaults.window),
    unit,
  };
}

const fieldOf = (unit: MeasureUnit) => (unit === "money" ? ("amount" as const) : ("quantity" as const));

/** The source of `given`; `from` is the attribute with a decimal number. */
export function givenSource(
  name: string,
  { unit, from }: { readonly unit: MeasureUnit; readonly from: string | null },
): GivenSource {
  const where = [{ attribute: "indicator", in: [name] }];
  return {
    statistic: "latest" as const,
    field: from === null ? fieldOf(unit) : { attribute: from },
    source: { kinds: ["indicator"], where, except: [], since: null, before: null },
    onlyActive: false,
    late: "post" as const,
    by: null,
  };
}
