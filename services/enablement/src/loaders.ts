import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { decodeOwnedId, encodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import type { Course as ProgramCourse } from "@tiergraph/program/document/enablement";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type DataLoader from "dataloader";
import { assessmentLoaders } from "./assessment/assessment-loaders.js";
import { badgeLoaders } from "./badge/badge-loaders.js";
import type { BadgeSigner } from "./badge/open-badge.js";
import { certificationOf } from "./certification/certification.graphql.js";
import {
  type CertificationPage,
  type CertificationPosition,
  type CertificationRow,
  findCertificationByCode,
  listCertifications,
  listCertificationsOfPeople,
  listExpiring,
} from "./certification/certification.store.js";
import { isValidOn } from "./certification/certify.js";
import { checkedCertificationOf } from "./certification/check-certification.graphql.js";
import { isCheckCode } from "./certification/check-code.js";
import { contentLoaders } from "./content/content-loaders.js";
import { courseOf } from "./course/course.graphql.js";
import { enrollmentOf } from "./enrollment/enrollment.graphql.js";
import { type CourseCount, countEnrollmentsByCourse, listEnrollmentsOfPeople } from "./enrollment/enrollment.store.js";
import { personOf } from "./learner/learner.graphql.js";
import { findLearners, type LearnerKey } from "./learner/learner.store.js";
import { managerLoaders } from "./manager/manager-loaders.js";
import { listModulesOfPeople } from "./module/module.store.js";
import { onboardingLoaders } from "./onboarding/onboarding-loaders.js";
import { learningLoaders } from "./path/learning-loaders.js";
import { policy } from "./policy.js";
import { programReader } from "./program/program-loaders.js";
import { recommendationLoaders } from "./recommendation/recommendation-loaders.js";
import { sandboxLoaders } from "./sandbox/sandbox-loaders.js";
import { sessionLoaders } from "./session/session-loaders.js";
import { simulationLoaders } from "./simulation/simulation-loaders.js";
import { courseProgress } from "./training/course-progress.js";
import { countTraining, type TrainingCount } from "./training/training.store.js";
import { validationLoaders } from "./validation/validation-loaders.js";

const MAX_OF_A_PERSON = 100;

export interface LoaderParts {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  /** When the request is answered. */
  readonly now: Date;
  readonly signer: BadgeSigner;
}

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders({ db, viewer, cursors, now, signer }: LoaderParts) {
  const today = dayOf(now);
  const reader = db.readAs(viewer);
  const mayRead = (partnerId: string) => isUuid(partnerId) && policy.permitsFor(viewer, "read training", partnerId);
  const readablePerson = (id: string): LearnerKey[] => {
    const owned = decodeOwnedId(id);
    return owned !== null && mayRead(owned.partnerId) ? [{ partnerId: owned.partnerId, personId: owned.id }] : [];
  };
  const ownerOf = ({ partnerId, personId }: LearnerKey) => encodeOwnedId({ partnerId, id: personId });
  const text = (key: string) => key;

  const program = programReader(reader);
  const offeredCourses = async (): Promise<readonly ProgramCourse[]> => (await program())?.courses ?? [];

  const courseCounts = loaderOfMany(
    (partnerIds: readonly string[]) => countEnrollmentsByCourse(reader, partnerIds.filter(mayRead)),
    ({ partnerId }: CourseCount) => partnerId,
    text,
  );
  const pageKey = (page: CertificationPage) => JSON.stringify(page);
  /** The pages that one request asks for in one tick, of however many partners, in one statement. */
  const certificationPages = loaderOfMany(
    async (pages: readonly CertificationPage[]) => {
      const allowed = pages.filter(({ partnerId }) => mayRead(partnerId));
      const keys = allowed.map(pageKey);
      return (await listCertifications(reader, allowed)).map((row) => ({ key: keys[row.page] ?? "", row }));
    },
    ({ key }) => key,
    pageKey,
  );
  const enrollmentsOfPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listEnrollmentsOfPeople(reader, ids.flatMap(readablePerson), MAX_OF_A_PERSON)).map(enrollmentOf),
    ({ row }) => ownerOf(row),
    text,
  );
  const certificationsOfPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listCertificationsOfPeople(reader, ids.flatMap(readablePerson), MAX_OF_A_PERSON)).map(certificationOf),
    ({ row }) => ownerOf(row),
    text,
  );
  const modulesOfPeople = loaderOfMany(
    (ids: readonly string[]) => listModulesOfPeople(reader, ids.flatMap(readablePerson)),
    ownerOf,
    text,
  );
  const byDays = new Map<number, DataLoader<string, CertificationRow[], string>>();
  /** Each number of days that a request asks for is a statement of its own, whatever the number of partners. */
  const expiringOf = (withinDays: number) => {
    const known = byDays.get(withinDays);
    if (known !== undefined) return known;
    const by = addDays(knownCalendarDate(today), withinDays);
    const loader = loaderOfMany(
      (ids: readonly string[]) =>
        listExpiring(reader, ids.filter(mayRead), { after: today, by, limit: MAX_OF_A_PERSON }),
      ({ partnerId }: CertificationRow) => partnerId,
      text,
    );
    byDays.set(withinDays, loader);
    return loader;
  };
  const ofReadable = <Found>(personId: string, found: { load(id: string): Promise<Found> }): Promise<Found> | null =>
    readablePerson(personId).length === 0 ? null : found.load(personId);

  return {
    ...sessionLoaders({ db, viewer, cursors, today, now }),
    ...badgeLoaders({ program, signer }),
    partner: (id: string) => (mayRead(id) ? { id } : null),
    ...learningLoaders(reader, program),
    ...recommendationLoaders(reader, { today, program, mayRead, readablePerson }),
    ...validationLoaders(reader, { program, mayRead }),
    ...sandboxLoaders(db, { viewer, today, mayRead }),
    ...simulationLoaders(db, { viewer, mayRead, readablePerson }),
    ...contentLoaders(reader, { viewer, cursors, today }),
    ...managerLoaders(reader, { today, mayRead }),
    ...onboardingLoaders({ reader, viewer, cursors, today, program, mayRead }),
    ...assessmentLoaders(reader, readablePerson),
    completedModules: async (row: LearnerKey & { course: string }) =>
      (await modulesOfPeople.load(ownerOf(row))).filter(({ course }) => course === row.course),
    expiring: async (partnerId: string, withinDays: number) => {
      if (withinDays < 1 || withinDays > 730) refuse("BAD_USER_INPUT", "`withinDays` must be 1 to 730.");
      return (await expiringOf(withinDays).load(partnerId)).map(certificationOf);
    },
    personTraining: (id: string) =>
      readablePerson(id).length === 0
        ? null
        : Promise.all([enrollmentsOfPeople.load(id), certificationsOfPeople.load(id)]).then(
            ([enrollments, certifications]) => ({
              enrolled: enrollments.length,
              completed: enrollments.filter(({ completedOn }) => completedOn !== null).length,
              held: certifications.filter(({ row }) => isValidOn(row, today)),
            }),
          ),
    checkCertification: async (checkCode: string) => {
      // As the system: whoever holds the code may ask, and learns of no partner.
      const system = db.readAs(systemViewer("enablement"));
      const [row] = isCheckCode(checkCode) ? await findCertificationByCode(system, checkCode) : [];
      return row === undefined
        ? null
        : checkedCertificationOf(row, courseOf(await offeredCourses(), row.course).title, today);
    },
    person: loaderOfOne(
      async (ids: readonly string[]) => (await findLearners(reader, ids.flatMap(readablePerson))).map(personOf),
      ({ id }) => id,
      text,
    ),
    training: loaderOfOne(
      (partnerIds: readonly string[]) => countTraining(reader, partnerIds.filter(mayRead), today),
      ({ partnerId }: TrainingCount) => partnerId,
      text,
    ),
    courses: async () => {
      const courses = await offeredCourses();
      return courses.map(({ name }) => courseOf(courses, name));
    },
    course: async (name: string) => courseOf(await offeredCourses(), name),
    courseProgress: async (partnerId: string) => {
      const [courses, counts] = await Promise.all([offeredCourses(), courseCounts.load(partnerId)]);
      return courseProgress(courses, counts).map((row) => ({ ...row, course: courseOf(courses, row.course) }));
    },
    certifications: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `certifications:${partnerId}`,
        request,
        read: async (position, limit) => {
          const after = position as CertificationPosition | null; // Sealed by `positionOf` below.
          return (await certificationPages.load({ partnerId, after, limit })).map(({ row }) => row);
        },
        positionOf: (row: CertificationRow) => [row.issuedOn, row.certificationId],
        nodeOf: certificationOf,
      }),
    /** Null for a person whom the viewer may not read. */
    enrollments: (personId: string) => ofReadable(personId, enrollmentsOfPeople),
    /** Null for a person whom the viewer may not read. */
    personCertifications: (personId: string) => ofReadable(personId, certificationsOfPeople),
    jobs: () => readQueue(db, "enablement")(viewer),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;
