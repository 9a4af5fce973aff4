import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { hashOfSecret } from "@tiergraph/kit/values/secret";
import { asCalendar, listCalendar } from "../session/index.js";
import { findCalendar } from "./calendar.store.js";

const MAX_SESSIONS = 1_000;
const YEAR_MS = 366 * 86_400_000;

/** How resolvers read the calendar that an address leads to. */
export const calendarReads = ({ db, now }: ReadParts) => ({
  calendarAt: async (secret: string) => {
    // As the system: the secret says whose calendar it is.
    const system = db.readAs(systemViewer("enablement"));
    const found = await findCalendar(system, { secretHash: hashOfSecret(secret) });
    if (found === null) return null;
    const from = new Date(now.getTime() - YEAR_MS);
    return asCalendar(await listCalendar(system, found.partnerId, { from, limit: MAX_SESSIONS }), now);
  },
});
export type CalendarReads = ReturnType<typeof calendarReads>;
