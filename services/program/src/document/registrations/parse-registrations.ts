import { readDistinct, type YamlCursor } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import { readByTier } from "../tiers/index.js";
import { DEFAULT_AGAIN_AFTER_DAYS, type RegistrationTerms } from "./registration-terms.js";

/** Reads how deals are registered; null where partners cannot. */
export function readRegistrationTerms(cursor: YamlCursor | null, tiers: ReadonlySet<string>): RegistrationTerms | null {
  if (cursor === null) return null;
  const fields = cursor
    .mapping("how deals are registered")
    .only(["protects", "product-lines", "extension", "capacity", "again-after", "approval", "why"]);
  const extension = fields.optional("extension")?.mapping("an extension").only(["by", "times"]);
  const capacity = fields.optional("capacity");
  const lines = fields.optional("product-lines");
  const again = fields.optional("again-after");
  return {
    protectsDays: readByTier(fields.required("protects"), {
      tiers,
      expected: "terms by tier, such as `{ silver: 90 days }`",
      read: (term) => readLength(term, ["day"]).count,
    }),
    extension:
      extension === undefined
        ? null
        : {
            days: readLength(extension.required("by"), ["day"]).count,
            times: extension.optional("times")?.wholeNumber({ min: 1, max: 100 }) ?? 1,
          },
    capacity:
      capacity === null
        ? new Map()
        : readByTier(capacity, {
            tiers,
            expected: "how many at once by tier, such as `{ silver: 20 }`",
            read: (most) => most.wholeNumber({ min: 1, max: 1_000_000 }),
          }),
    productLines:
      lines === null ? [] : readDistinct(lines.listOrOne("product lines"), (line) => line.text("a product line")),
    againAfterDays: again === null ? DEFAULT_AGAIN_AFTER_DAYS : readLength(again, ["day"]).count,
    approval: fields.optional("approval")?.oneOf(["automatic", "manual"]) ?? "manual",
    why: fields.required("why").words("why deals are protected"),
  };
}
