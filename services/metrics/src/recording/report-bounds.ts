import type { Program } from "@tiergraph/program/document/program";
import { DEAL_ATTRIBUTE, type FactReport } from "../fact/index.js";

/** What a batch of facts is checked against. */
export interface FactBounds {
  readonly program: Pick<Program, "currency" | "factKinds" | "closing" | "calendar">;
  readonly today: string;
  readonly knownPartnerIds: ReadonlySet<string>;
  /** By `rateKey`: the rate into the program's currency that holds on a day. */
  readonly rates: ReadonlyMap<string, DatedRate>;
  /** By `ownCustomerKey`: customers that belong to the partner itself. */
  readonly ownCustomers: ReadonlySet<string>;
  /** Kinds that take from the deal that they name. */
  readonly refundKinds: ReadonlySet<string>;
}
interface DatedRate {
  /** Exact, as it was reported. */
  readonly rate: string;
  readonly onDay: string;
}

/** Whether a fact takes from a deal that it names. */
export const takesFromDeal = (
  { kind, attributes }: Pick<FactReport, "kind" | "attributes">,
  { refundKinds }: Pick<FactBounds, "refundKinds">,
): boolean => refundKinds.has(kind) && (attributes ?? []).some(({ name }) => name === DEAL_ATTRIBUTE);

export const rateKey = (currency: string, day: string): string => `${currency} ${day}`;

/** The day that a fact is reported for. An open deal has none before it closes: it counts on the day it was opened. */
export const dayOfReport = ({ on, openedOn }: FactReport, { today }: Pick<FactBounds, "today">): string =>
  on ?? openedOn ?? today;
