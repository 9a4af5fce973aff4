import type { Transaction } from "@tiergraph/kit/database/database";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { endCertificationsOfVersion } from "../certification/certification.store.js";
import { certificationTold } from "../certification/certification-told.js";
import type { EnablementPublisher } from "../publisher.js";
import { addCourseVersions, listCourseVersions } from "./course-version.store.js";

const ENDED_AT_A_TIME = 500;

/**
 * From a day on, courses are taught in the versions of a program. What was earned for an earlier version ends when the
 * new one has been taught for as long as its course says, unless it expires before.
 */
export async function teachVersions(
  tx: Transaction,
  publish: EnablementPublisher,
  { source, day }: { source: string; day: string },
): Promise<void> {
  const { courses } = publishedProgram(source);
  const known = await listCourseVersions(
    tx,
    courses.map(({ name }) => name),
  );
  const isNew = ({ name, version }: { name: string; version: number }) =>
    known.every((row) => row.course !== name || row.version < version);
  const taught = courses.filter(isNew).map(({ name, version, certifies }) => ({
    ...{ course: name, version, fromOn: day },
    recertifyDays: certifies?.recertifyDays ?? null,
  }));
  if (taught.length > 0) await addCourseVersions(tx, taught);
  for (const { course, version, recertifyDays } of taught) {
    if (recertifyDays === null) continue;
    const endsOn = addDays(knownCalendarDate(day), recertifyDays);
    for (;;) {
      const ended = await endCertificationsOfVersion(tx, { course, before: version, endsOn, limit: ENDED_AT_A_TIME });
      if (ended.length === 0) break;
      await publish(tx, "CertificationsChanged", { certifications: ended.map(certificationTold) });
    }
  }
}
