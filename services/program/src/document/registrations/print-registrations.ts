import { days, type Plain, withoutEmpty } from "../notation/index.js";
import { DEFAULT_AGAIN_AFTER_DAYS, type RegistrationTerms } from "./registration-terms.js";

export function printRegistrations(terms: RegistrationTerms): Plain {
  const { protectsDays, productLines, extension, capacity, againAfterDays, approval, why } = terms;
  return withoutEmpty({
    protects: new Map([...protectsDays].map(([tier, count]) => [tier, days(count)])),
    extension: extension && { by: days(extension.days), times: extension.times },
    "product-lines": productLines,
    capacity,
    "again-after": againAfterDays === DEFAULT_AGAIN_AFTER_DAYS ? null : days(againAfterDays),
    approval,
    why,
  });
}
