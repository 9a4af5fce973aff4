import { asTold } from "./as-told.js";
import type { FactRow } from "./fact.store.js";
import type { FactContent, FactProblem } from "./fact-report.js";

export type Settlement =
  | { readonly kind: "New" }
  /** It is known, word for word. */
  | { readonly kind: "Unchanged"; readonly known: FactRow }
  /** A later state of an open deal: the known revision retires. */
  | { readonly kind: "Advances"; readonly known: FactRow }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** What becomes of a sound fact, given what is known under its external id of the same partner. */
export function settleFact(content: FactContent, known: FactRow | null): Settlement {
  if (known === null) return { kind: "New" };
  if (known.isVoid)
    return refused("FACT_VOID", "externalId", `${content.externalId} was taken back: ${known.correctedBecause}`);
  const differing = differingFields(content, known);
  if (differing.length === 0) return { kind: "Unchanged", known };
  if (known.kind === "deal.open") {
    // An open deal without a day takes the day on which it is told, which is no change of the deal.
    const isSameOpen = content.kind === "deal.open" && differing.every((field) => field === "on");
    return isSameOpen ? { kind: "Unchanged", known } : { kind: "Advances", known };
  }
  return refused(
    "CONTENT_DIFFERS",
    differing[0] ?? "externalId",
    `${content.externalId} is recorded as ${known.kind} with other content: ${differing.join(", ")}.`,
  );
}

const refused = (code: FactProblem["code"], field: string, message: string): Settlement => ({
  kind: "Refused",
  problem: { code, field, message },
});

function differingFields(content: FactContent, known: FactRow): string[] {
  const [told, before] = [asTold(content), asTold(known)];
  return Object.keys(told).filter((field) => told[field] !== before[field]);
}
