import { column, tablesOf } from "@tiergraph/kit/database/table";

/** What is known of a partner, and the lock under which its rewards and entitlements are settled. */
export const partnerMirrorTable = tablesOf("benefits")("standing", {
  properties: {
    partnerId: column.uuid().primary(),
    periodSequence: column.integer().default(0),
    /** The place of the last entry in the partner's ledger, and its hash; 0 and `NO_HASH` before the first. */
    ledgerSequence: column.integer().default(0),
    ledgerHash: column.text().defaultRaw("repeat('0'::text, 64)"),
    tracks: column.array().columnType("text[]").defaultRaw("'{}'::text[]"),
    region: column.text().nullable(),
    country: column.text().nullable(),
    profileAt: column.datetime().defaultRaw("'1970-01-01 00:00:00+00'::timestamp with time zone"),
  },
});
