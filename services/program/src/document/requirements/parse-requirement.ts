import { oneOfWords, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import type { Citable } from "./citable.js";
import { AUDIENCE_KEYS, readAudience } from "./parse-audience.js";
import { readScoreRequirement } from "./parse-score-requirement.js";
import { readThreshold, THRESHOLD_KEYS } from "./parse-threshold.js";
import type { ApprovalRequirement, GroupedRequirement, Requirement, TenureRequirement } from "./requirement.js";
import { readCited } from "./rules.js";

/** Reads a requirement with its parts. Null for anything else, which is reported. */
export function readRequirement(cursor: YamlCursor, citable: Citable): Requirement | null {
  const fields = cursor.mapping("a requirement");
  if (!fields.isReadable) return null;
  if (fields.has("rule")) return readCited(fields.only(["rule"]).required("rule"), cursor.path, citable);
  const common = {
    path: cursor.path,
    audience: readAudience(fields, citable),
    why: fields.optional("why")?.words() ?? null,
  };
  if (fields.has("measure"))
    return { ...common, ...readThreshold(fields.only([...THRESHOLD_KEYS, ...ANY_KEYS]), citable) };
  if (fields.has("score")) {
    const score = readScoreRequirement(fields, { citable, readGate: readRequirement }, ANY_KEYS);
    return score && { ...common, ...score };
  }
  if (fields.has("for-each") || fields.has("across")) return readGrouped(fields, common, citable);
  if (fields.has("tenure")) return readTenure(fields, common, citable);
  if (fields.has("approval")) return readApproval(fields, common, citable);
  return readGroup(fields, common, citable);
}

type Common = Pick<Requirement, "path" | "audience" | "why">;

const ANY_KEYS = ["why", ...AUDIENCE_KEYS];
const WORDS = ["measure", "score", "for-each", "across", "tenure", "approval", "rule", "all", "any", "of"];

function readGroup(fields: YamlFields, common: Common, citable: Citable): Requirement | null {
  for (const kind of ["all", "any"] as const)
    if (fields.has(kind)) return { kind, ...common, of: readChildren(fields.only([kind, ...ANY_KEYS]), kind, citable) };
  if (fields.has("of")) {
    const of = readChildren(fields.only(["at-least", "of", ...ANY_KEYS]), "of", citable);
    const n = fields.required("at-least").wholeNumber({ min: 1, max: Math.max(1, of.length) });
    return { kind: "n-of", ...common, n, of };
  }
  fields.only([...WORDS, ...THRESHOLD_KEYS, ...ANY_KEYS]);
  fields.owner.refuse("WRONG_SHAPE", `expected one of ${oneOfWords(WORDS)}`);
  return null;
}

function readChildren(fields: YamlFields, key: string, citable: Citable): Requirement[] {
  return fields
    .required(key)
    .list("a list of requirements")
    .map((child) => readRequirement(child, citable))
    .filter((child) => child !== null);
}

/** `{ for-each: product, where: …, requires: … }`, or `{ across: region, at-least: 2, requires: … }` */
function readGrouped(fields: YamlFields, common: Common, citable: Citable): GroupedRequirement | null {
  const isForEach = fields.has("for-each");
  const own = isForEach ? ["for-each", "where"] : ["across", "at-least"];
  const by = fields.only([...own, "requires", ...ANY_KEYS]).required(isForEach ? "for-each" : "across");
  const where = isForEach ? fields.optional("where") : null;
  const atLeast = isForEach ? null : fields.optional("at-least");
  const of = readRequirement(fields.required("requires"), citable);
  const grouped = {
    kind: "grouped" as const,
    ...common,
    by: by.text("an attribute, such as product"),
    where: where && readRequirement(where, citable),
    needs: isForEach ? ("all" as const) : (atLeast?.wholeNumber({ min: 1, max: 1000 }) ?? 1),
  };
  return of && { ...grouped, of };
}

/** `{ tenure: gold, at-least: 12 months }`, or `at-most` */
function readTenure(fields: YamlFields, common: Common, citable: Citable): TenureRequirement {
  const tier = fields
    .only(["tenure", "at-least", "at-most", ...ANY_KEYS])
    .required("tenure")
    .nameOf("tier", citable.tiers);
  const most = fields.optional("at-most");
  if (most !== null && fields.has("at-least"))
    most.atKey().refuse("WRONG_SHAPE", "expected one bound, found both `at-least` and `at-most`");
  const bound = most === null ? "at-least" : "at-most";
  return { kind: "tenure", ...common, tier, bound, months: readLength(fields.required(bound), ["month"]).count };
}

/** `{ approval: elite-invitation }` */
function readApproval(fields: YamlFields, common: Common, citable: Citable): ApprovalRequirement {
  const approval = fields
    .only(["approval", ...ANY_KEYS])
    .required("approval")
    .nameOf("approval", citable.approvals);
  return { kind: "approval", ...common, approval };
}
