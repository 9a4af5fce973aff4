import type { MeasureUnit, StatisticMeasure } from "./measure.js";
import { HEADING_KEYS, type MeasureDefaults, readHeading, readWindowOr } from "./parse-simple-measure.js";
import type { YamlFields } from "./yaml-fields.js";

const GIVEN_UNITS = ["count", "money", "percent", "points"] as const;

/** Reads a measure that is brought from elsewhere: the latest indicator that carries its name. */
export function readGiven(fields: YamlFields, defaults: MeasureDefaults): StatisticMeasure {
  const unit = fields
    .only(["given", ...HEADING_KEYS, "window"])
    .required("given")
    .oneOf(GIVEN_UNITS);
  return {
    kind: "statistic",
    ...readHeading(fields, defaults),
    ...givenSource(defaults.name, unit),
    window: readWindowOr(fields, defaults.window),
    unit,
  };
}

/** What `given` stands for. */
export function givenSource(name: string, unit: MeasureUnit) {
  const where = [{ attribute: "indicator", in: [name] }];
  return {
    statistic: "latest" as const,
    field: unit === "money" ? ("amount" as const) : ("quantity" as const),
    source: { kinds: ["indicator"], where, except: [], since: null, before: null },
    onlyActive: false,
    late: "post" as const,
    by: null,
  };
}
