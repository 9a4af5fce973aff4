import { ONE } from "../../exact/index.js";
import { readMoney, readShare, type YamlCursor } from "../notation/index.js";
import type { Checks } from "./checks.js";

/** Reads the limits of the program check; none where the section is left out. */
export function readChecks(cursor: YamlCursor | null, currency: string): Checks {
  const fields = cursor?.mapping("checks").only(["value-rises-by", "margin-ceiling", "cost-ceiling"]);
  const rise = fields?.optional("value-rises-by") ?? null;
  const margin = fields?.optional("margin-ceiling") ?? null;
  const cost = fields?.optional("cost-ceiling") ?? null;
  return {
    valueRisesBy: rise && readShare(rise),
    marginCeiling: margin && readShare(margin, { max: ONE }),
    costCeiling: cost && readMoney(cost, currency),
  };
}
