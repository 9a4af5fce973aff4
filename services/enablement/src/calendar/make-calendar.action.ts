import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Outcome, RefusalOf } from "@tiergraph/kit/values/refusal-table";
import { hashOfSecret, newSecret } from "@tiergraph/kit/values/secret";
import { findStandings } from "../partner/index.js";
import { policy } from "../policy.js";
import { calendarRefusals } from "./calendar.refusals.js";
import { putCalendars } from "./calendar.store.js";

/** 192 bits, which make 32 characters of an address. */
const SECRET_BYTES = 24;

type CalendarMade = Outcome<{ readonly path: string }, RefusalOf<typeof calendarRefusals>>;

/**
 * Makes the address of a partner's calendar, and ends the one before. Anybody who has the address can read it: it is
 * shown once.
 */
export const makeCalendar =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { partnerId }: { partnerId: string }): Promise<CalendarMade> => {
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "book sessions", partnerId))
      return calendarRefusals.PartnerUnknown();
    return db.transact(viewer, async (tx) => {
      if ((await findStandings(tx, [partnerId])).length === 0) return calendarRefusals.PartnerUnknown();
      const secret = newSecret(SECRET_BYTES);
      const made = { madeAt: clock.now(), madeBy: viewer.subject };
      await putCalendars(tx, [{ partnerId, secretHash: hashOfSecret(secret), ...made }]);
      return { kind: "Done", path: `/calendars/${secret}.ics` };
    });
  };
