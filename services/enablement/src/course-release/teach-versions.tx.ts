import type { Transaction } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { certificationInEvent, endCertificationsOfVersion } from "../certification/index.js";
import { addCourseVersions, listCourseVersions } from "../course/index.js";
import type { EnablementPublisher } from "../publisher.js";

const ENDED_AT_A_TIME = 500;
const SINCE_EVER = "1000-01-01";

/**
 * From a day on, courses are taught in the versions of a program. What was earned for an earlier version ends when the
 * new one has been taught for as long as its course says, unless it expires before.
 *
 * @param before the program that was in force until then; null for the first
 */
export async function teachVersions(
  tx: Transaction,
  publish: EnablementPublisher,
  { before, program, day }: { before: Program | null; program: Program; day: string },
): Promise<void> {
  const { courses } = program;
  const known = await listCourseVersions(
    tx,
    courses.map(({ name }) => name),
  );
  const isNew = ({ name, version }: { name: string; version: number }) =>
    known.every((row) => row.course !== name || row.version < version);
  const taught = courses.filter(isNew).map(({ name, version, certifies }) => ({
    course: name,
    version,
    fromOn: day,
    recertifyDays: certifies?.recertifyDays ?? null,
  }));
  // A course that nothing is known of yet may have been taught before it was kept in which version: since ever, then.
  const earlier = (before?.courses ?? [])
    .filter(({ name, version }) => taught.some((now) => now.course === name && now.version > version))
    .filter(({ name }) => known.every(({ course }) => course !== name))
    .map(({ name, version }) => ({ course: name, version, fromOn: SINCE_EVER, recertifyDays: null }));
  if (taught.length > 0) await addCourseVersions(tx, [...earlier, ...taught]);
  for (const { course, version, recertifyDays } of taught) {
    if (recertifyDays === null) continue;
    const endsOn = addDays(knownCalendarDate(day), recertifyDays);
    for (;;) {
      const ended = await endCertificationsOfVersion(tx, { course, before: version, endsOn, limit: ENDED_AT_A_TIME });
      if (ended.length === 0) break;
      await publish(tx, "CertificationsChanged", { certifications: ended.map(certificationInEvent) });
    }
  }
}
