import { z } from "zod";
import type { CompletionReport } from "../completion/index.js";

/** What a learning system says, as far as it is read here. Source: xAPI 1.0.3, part 2, and IEEE 9274.1.1 (xAPI 2.0). */
const statement = z.object({
  actor: z.object({ account: z.object({ name: z.string().min(1) }) }),
  verb: z.object({ id: z.string() }),
  object: z.object({ id: z.string().min(1) }),
  result: z.object({ success: z.boolean().optional(), completion: z.boolean().optional() }).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  stored: z.iso.datetime({ offset: true }).optional(),
});

const COMPLETING: ReadonlySet<string> = new Set(
  ["completed", "passed", "mastered"].map((verb) => `http://adlnet.gov/expapi/verbs/${verb}`),
);

export type ReadStatement =
  | { readonly kind: "Completion"; readonly report: CompletionReport }
  /** It says something else: that a page was seen, or that a test was failed. */
  | { readonly kind: "PassedOver" }
  | { readonly kind: "Invalid"; readonly field: string; readonly message: string };

/**
 * Reads a statement as a completed course. Its actor's account is named by the person's id, the last part of the
 * object's address names the course, and it happened on the day, UTC, of its timestamp.
 */
export function readStatement(given: unknown): ReadStatement {
  const parsed = statement.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: "Invalid", field: issue?.path.join(".") ?? "", message: issue?.message ?? "It is not a statement." };
  }
  const { actor, verb, object, result, timestamp, stored } = parsed.data;
  if (!COMPLETING.has(verb.id) || result?.success === false || result?.completion === false)
    return { kind: "PassedOver" };
  const moment = timestamp ?? stored;
  if (moment === undefined)
    return { kind: "Invalid", field: "timestamp", message: "It does not say when it happened." };
  const course = object.id.split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1) ?? "";
  return {
    kind: "Completion",
    report: { personId: actor.account.name, course, completedOn: new Date(moment).toISOString().slice(0, 10) },
  };
}

export const MAX_STATEMENTS = 1_000;

/** One statement, or a list of them, as JSON; null for what is neither. */
export function statementsIn(json: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    if (Array.isArray(parsed)) return parsed;
    return parsed !== null && typeof parsed === "object" ? [parsed] : null;
  } catch {
    return null;
  }
}
