import type { Transaction } from "@tiergraph/kit/database/database";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { findOwnedCustomers, ownCustomerKey } from "../customer/index.js";
import type { FactReport } from "../fact/index.js";
import { findKnownPartnerIds } from "../partner/index.js";
import { findRatesOn } from "../rate/index.js";
import { refundKinds } from "../refund/index.js";
import { dayOfReport, type FactBounds, rateKey } from "./report-bounds.js";

/** Reads what a batch of reports is checked against: a fixed number of statements for any batch. */
export async function boundsOf(
  tx: Transaction,
  reports: readonly FactReport[],
  { program, today }: { readonly program: Program; readonly today: string },
): Promise<FactBounds> {
  const partnerIds = [...new Set(reports.map(({ partnerId }) => partnerId))].filter(isUuid);
  const foreign = reports.flatMap((report) => {
    const { currency } = report;
    return currency == null || currency === program.currency
      ? []
      : { from: currency, on: dayOfReport(report, { today }) };
  });
  const asked = [...new Map(foreign.map((rate) => [rateKey(rate.from, rate.on), rate])).values()];
  const [rates, owned, known] = await Promise.all([
    asked.length === 0 ? [] : findRatesOn(tx, asked, program.currency),
    findOwnedCustomers(tx, partnerIds),
    findKnownPartnerIds(tx, partnerIds),
  ]);
  return {
    program,
    today,
    knownPartnerIds: new Set(known.map(({ partnerId }) => partnerId)),
    rates: new Map(rates.map(({ from, on, rate, onDay }) => [rateKey(from, on), { rate, onDay }])),
    ownCustomers: new Set(owned.map(ownCustomerKey)),
    refundKinds: refundKinds(program),
  };
}
