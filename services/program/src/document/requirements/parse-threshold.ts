import { readBound, scaleOf } from "../measures/index.js";
import type { YamlFields } from "../notation/index.js";
import type { Citable } from "./citable.js";
import { readKeepingBar } from "./parse-keeping-bar.js";
import { BOUNDS, type Bound, type Threshold } from "./requirement.js";

export const THRESHOLD_KEYS = ["measure", ...BOUNDS, "scale-by", "keeps-at"];

/** Reads `{ measure: revenue, at-least: 75000 }`, without the common keys of requirements. */
export function readThreshold(
  fields: YamlFields,
  { measures, currency, scores }: Pick<Citable, "measures" | "currency" | "scores">,
): Omit<Threshold, "path" | "audience" | "why"> {
  const measure = fields
    .required("measure")
    .nameOf("measure", measures, (name) =>
      scores?.has(name) ? `\`${name}\` is a score: write \`{ score: ${name}, at-least: … }\`` : null,
    );
  const scale = scaleOf(measures.get(measure) ?? null, currency);
  const bound = readBoundWord(fields);
  const target = readBound(fields.required(bound), scale);
  const keepsAt = fields.optional("keeps-at");
  return {
    kind: "threshold",
    measure,
    bound,
    target,
    isScaledByMarket: isScaledByMarket(fields),
    keepsAt: keepsAt && readKeepingBar(keepsAt, { scale, bound, target }),
  };
}

/** `scale-by: market` */
export function isScaledByMarket(fields: YamlFields): boolean {
  return fields.optional("scale-by")?.oneOf(["market"]) === "market";
}

function readBoundWord(fields: YamlFields): Bound {
  const [bound, second] = BOUNDS.filter((word) => fields.has(word));
  if (second !== undefined)
    fields.owner.refuse("WRONG_SHAPE", `expected one bound, found both \`${bound}\` and \`${second}\``);
  return bound ?? "at-least";
}
