import type { FactContent, FactProblem } from "./check-fact.js";
import type { FactRow } from "./fact.store.js";

export type Settlement =
  | { readonly kind: "New" }
  /** It is known, word for word. */
  | { readonly kind: "Unchanged"; readonly known: FactRow }
  /** A later state of an open deal: the known revision retires. */
  | { readonly kind: "Advances"; readonly known: FactRow }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** What becomes of a sound fact, given what is known under its external id. */
export function settleFact(content: FactContent, known: FactRow | null): Settlement {
  if (known === null) return { kind: "New" };
  if (known.partnerId !== content.partnerId)
    return refused(
      "RECORDED_FOR_ANOTHER_PARTNER",
      "externalId",
      `${content.externalId} is recorded for another partner.`,
    );
  const differing = differingFields(content, known);
  if (differing.length === 0) return { kind: "Unchanged", known };
  if (known.kind === "deal.open") {
    // An open deal without a day takes the day on which it is told, which is no change of the deal.
    const isSameOpen = content.kind === "deal.open" && differing.every((field) => field === "occurredOn");
    return isSameOpen ? { kind: "Unchanged", known } : { kind: "Advances", known };
  }
  return refused(
    "CONTENT_DIFFERS",
    reportedAs(differing[0] ?? "externalId"),
    `${content.externalId} is recorded as ${known.kind} with other content: ${differing.map(reportedAs).join(", ")}.`,
  );
}

const refused = (code: FactProblem["code"], field: string, message: string): Settlement => ({
  kind: "Refused",
  problem: { code, field, message },
});

const COMPARED = [
  "kind",
  "occurredOn",
  "openedOn",
  "untilOn",
  "amountMinor",
  "currency",
  "quantity",
  "customer",
  "personId",
  "product",
] as const;

function differingFields(content: FactContent, known: FactRow): string[] {
  const plain = COMPARED.filter((field) => content[field] !== known[field]);
  return isSameText(content.attributes, known.attributes) ? plain : [...plain, "attributes"];
}

const isSameText = (left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());

/** Whoever reports a fact knows some of its fields by other names. */
const REPORTED_AS: Readonly<Record<string, string>> = {
  occurredOn: "on",
  amountMinor: "amount",
  untilOn: "until",
  personId: "person",
};
const reportedAs = (field: string): string => REPORTED_AS[field] ?? field;
