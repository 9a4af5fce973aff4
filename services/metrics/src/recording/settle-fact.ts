import type { FactContent, FactProblem, FactRow } from "../fact/index.js";
import { asReported } from "./as-reported.js";

type Settlement =
  | { readonly kind: "New" }
  /** It is known, word for word. */
  | { readonly kind: "Unchanged"; readonly known: FactRow }
  /** A later state of an open deal, or a certification that ends sooner: the known revision retires. */
  | { readonly kind: "Advances"; readonly known: FactRow }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** After every day. */
const NEVER = "9999-99-99";

/**
 * How a sound fact is settled, given what is known under its external id of the same partner.
 *
 * @param mayEndSooner whether a day of ending that is nearer than the known one is news, and a later one is none
 */
export function settleFact(content: FactContent, known: FactRow | null, mayEndSooner = false): Settlement {
  if (known === null) return { kind: "New" };
  if (known.isVoid)
    return refused("FACT_VOID", "externalId", `${content.externalId} was taken back: ${known.correctedBecause}`);
  const differing = differingFields(content, known);
  if (differing.length === 0) return { kind: "Unchanged", known };
  if (known.kind === "deal.open") {
    // An open deal without a day takes the day on which it is reported, which is no change of the deal.
    const isSameOpen = content.kind === "deal.open" && differing.every((field) => field === "on");
    return isSameOpen ? { kind: "Unchanged", known } : { kind: "Advances", known };
  }
  // Ends only ever move nearer, so that the nearest holds in any order of arrival.
  if (mayEndSooner && differing.every((field) => field === "until"))
    return (content.untilOn ?? NEVER) < (known.untilOn ?? NEVER)
      ? { kind: "Advances", known }
      : { kind: "Unchanged", known };
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
  const [reported, before] = [asReported(content), asReported(known)];
  return Object.keys(reported).filter((field) => reported[field] !== before[field]);
}
