import { amountText, dayText, shortened } from "./field-text.js";
import type { LineReading } from "./line-problem.js";
import type { MappedLine } from "./mapped-line.js";
import type { PartnerReport } from "./partner-of-line.js";

/** `FactInput` of the graph, without the partner's id, which only the graph can tell. */
export interface DealFact {
  readonly kind: "DEAL_OPEN" | "DEAL_WON" | "DEAL_LOST";
  readonly externalId: string;
  readonly on: string | null;
  readonly openedOn: string | null;
  /** Decimal text in major units. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly customer: string | null;
  readonly product: string | null;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

export interface DealReport {
  readonly partner: PartnerReport;
  readonly fact: DealFact;
}

const KINDS: ReadonlyMap<string, DealFact["kind"]> = new Map([
  ["open", "DEAL_OPEN"],
  ["won", "DEAL_WON"],
  ["lost", "DEAL_LOST"],
]);

/**
 * Reads one line as a deal; the first problem is told. What needs the program or other facts to be judged (a won deal
 * without a day or an amount, a day in the future, an id that is known with other content) is left to the graph.
 */
export function dealOfLine(line: MappedLine, { decimal }: { decimal: "." | "," }): LineReading<DealReport> {
  const externalId = line.text("externalId");
  const refused = (code: string, field: string, message: string): LineReading<DealReport> => ({
    kind: "Refused",
    externalId,
    problem: { code, field, message },
  });
  if (externalId === "") return refused("EXTERNAL_ID_MISSING", "externalId", "The line has no external id.");
  const code = line.text("partner");
  if (code === "") return refused("PARTNER_MISSING", "partner", "The line names no partner.");
  const stage = line.text("stage");
  const kind = KINDS.get(stage.toLowerCase());
  if (kind === undefined)
    return refused(
      "STAGE_UNKNOWN",
      "stage",
      `"${shortened(stage)}" is no stage. Expected is won, lost or open, or a word that the mapping gives a meaning.`,
    );
  const openedOn = dayText("openedOn", line.text("openedOn"));
  if (openedOn.kind === "Refused") return { ...openedOn, externalId };
  const closedOn = dayText("closedOn", line.text("closedOn"));
  if (closedOn.kind === "Refused") return { ...closedOn, externalId };
  const amount = amountText("amount", line.text("amount"), decimal);
  if (amount.kind === "Refused") return { ...amount, externalId };
  return {
    kind: "Understood",
    report: {
      partner: {
        code,
        name: given(line.text("partnerName")),
        region: given(line.text("partnerRegion")),
        country: given(line.text("partnerCountry")),
      },
      fact: {
        kind,
        externalId,
        // The closing day of an open deal is a hope, often in the future: no day that it counts for.
        on: kind === "DEAL_OPEN" ? null : closedOn.text,
        openedOn: openedOn.text,
        amount: amount.text,
        currency: given(line.text("currency")),
        customer: given(line.text("customer")),
        product: given(line.text("product")),
        attributes: line.attributes(),
      },
    },
  };
}

const given = (text: string): string | null => (text === "" ? null : text);
