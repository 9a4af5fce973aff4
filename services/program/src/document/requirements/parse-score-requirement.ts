import { readBound, type Scale } from "../measures/index.js";
import type { YamlFields } from "../notation/index.js";
import { readKeepingBar } from "./parse-keeping-bar.js";
import { measuredBy, readInlineScore } from "./parse-score.js";
import type { Scoring } from "./parse-term.js";
import { isScaledByMarket } from "./parse-threshold.js";
import type { Score, ScoreRequirement } from "./requirement.js";

/**
 * Reads `{ score: { total: 70, terms: […] } }`, or `{ score: capability, at-least: 70 }` for a named score, without the
 * common keys of requirements. Null where the score could not be read, which is reported.
 */
export function readScoreRequirement(
  fields: YamlFields,
  scoring: Pick<Scoring, "citable" | "readGate">,
  anyKeys: readonly string[],
): Omit<ScoreRequirement, "path" | "audience" | "why"> | null {
  const cursor = fields.required("score");
  if (scoring.citable.scores === null) {
    cursor.atKey().refuse("INVALID_VALUE", "a gate asks for no score of its own");
    return null;
  }
  const own = ["score", "scale-by", "keeps-at", ...anyKeys];
  const isInline = cursor.isMapping;
  fields.only(isInline ? own : [...own, "at-least", "more-than"]);
  const score = isInline
    ? readInlineScore(cursor.mapping("a score"), scoring)
    : (scoring.citable.scores.get(cursor.nameOf("score", scoring.citable.scores, measuredBy(scoring.citable))) ?? null);
  return readTotal(isInline ? cursor.mapping("a score") : fields, { score, fields, isInline, scoring });
}

interface ReadScore {
  readonly score: Score | null;
  /** The fields of the requirement. */
  readonly fields: YamlFields;
  readonly isInline: boolean;
  readonly scoring: Pick<Scoring, "citable" | "readGate">;
}

/** A score written in place has its total inside; a named one beside its name. */
function readTotal(
  holder: YamlFields,
  { score, fields, isInline, scoring }: ReadScore,
): Omit<ScoreRequirement, "path" | "audience" | "why"> | null {
  const [includingKey, bound] = [
    isInline ? "total" : "at-least",
    holder.has("more-than") ? "more-than" : "at-least",
  ] as const;
  if (holder.has(includingKey) && bound === "more-than")
    holder.owner.refuse("WRONG_SHAPE", `expected one bound, found both \`${includingKey}\` and \`more-than\``);
  const scale: Scale = { unit: "points", currency: scoring.citable.currency, mayBeNegative: true };
  const total = readBound(holder.required(bound === "more-than" ? bound : includingKey), scale);
  const keepsAt = fields.optional("keeps-at");
  const keepingBar = keepsAt && readKeepingBar(keepsAt, { scale, bound, target: total });
  if (score === null) return null;
  return { kind: "score", score, bound, total, isScaledByMarket: isScaledByMarket(fields), keepsAt: keepingBar };
}
