import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { newId } from "@tiergraph/kit/values/ids";
import type { EventOf } from "@tiergraph/schema/events";
import {
  addCertifications,
  carryOver,
  certificationInEvent,
  endCertificationsOfPerson,
  listHeldAfter,
} from "../certification/index.js";
import { holdVersions } from "../course/index.js";
import { copyEnrollments, copyModules } from "../enrollment/index.js";
import { lockLearners, putLearners, putLeaving } from "../learner/index.js";
import { reach } from "../onboarding/index.js";
import type { EnablementPublisher } from "../publisher.js";
import { leaveSessions } from "../session/index.js";

/**
 * A person works for another partner from a day on: what it holds ends at the one, and goes on at the other; its places in
 * sessions to come go to the one who waits for them. Neither partner's past changes.
 */
export const onPersonMoved =
  (db: Database, publish: EnablementPublisher) =>
  (event: EventOf<"PersonMoved">): Promise<void> =>
    db.transact(systemViewer("enablement"), async (tx) => {
      if (!(await isFirstDelivery(tx, "enablement", event))) return;
      const { from, to, on } = event;
      await holdVersions(tx);
      // Moves arrive in any order: one from a partner that the person has not reached yet waits for the move before it.
      const [leaving] = await lockLearners(tx, [from]);
      if (leaving === undefined)
        throw new Error(`Person ${from.personId} of partner ${from.partnerId} is not known to be there yet`);
      await putLearners(tx, [to], new Date(event.at));
      await putLeaving(tx, { ...to, leftOn: null });
      await putLeaving(tx, { ...from, leftOn: on });
      const learned = await copyEnrollments(tx, from, to);
      await copyModules(tx, from, to);
      await reach(
        tx,
        learned.flatMap(({ course, completedOn }) =>
          completedOn === null ? [] : { partnerId: to.partnerId, kind: "course" as const, name: course, on },
        ),
      );
      await leaveSessions(tx, from, new Date(event.at));
      const held = await listHeldAfter(tx, from, on);
      const ended = await endCertificationsOfPerson(tx, { ...from, endsOn: on });
      const carried = held.map((row) => carryOver(row, { to, on, newId }));
      await addCertifications(tx, carried, { recordedAt: new Date(event.at), recordedBy: "moved" });
      const certifications = [...ended, ...carried].map(certificationInEvent);
      if (certifications.length > 0) await publish(tx, "CertificationsChanged", { certifications });
    });
