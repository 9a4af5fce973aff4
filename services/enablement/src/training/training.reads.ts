import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { type CertificationNode, isValidOn } from "../certification/index.js";
import { courseOf } from "../course/index.js";
import {
  type CourseCount,
  countEnrollmentsByCourse,
  enrollmentOf,
  listEnrollmentsOfPeople,
} from "../enrollment/index.js";
import { readablePersonOf, readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import { courseProgress } from "./course-progress.js";
import { countTraining, type TrainingCount } from "./training.store.js";

const MAX_ENROLLMENTS = 100;
/** Of a partner that is so new that the news of it is still on its way. */
const NOTHING_YET = { people: 0, enrolled: 0, completed: 0, certifiedPeople: 0 };

/** How resolvers read who learns what, and how far they are: each kind of thing in one statement a request level. */
export function trainingReads(
  { reader, viewer, today }: ReadParts,
  program: ProgramReader,
  certificationsOf: (personId: string) => Promise<CertificationNode[]> | null,
) {
  const mayRead = readsTrainingOf(viewer);
  const readablePerson = readablePersonOf(viewer);
  const text = (key: string) => key;
  const courseCounts = loaderOfMany(
    (partnerIds: readonly string[]) => countEnrollmentsByCourse(reader, partnerIds.filter(mayRead)),
    ({ partnerId }: CourseCount) => partnerId,
    text,
  );
  const enrollmentsOfPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listEnrollmentsOfPeople(reader, ids.flatMap(readablePerson), MAX_ENROLLMENTS)).map(enrollmentOf),
    ({ row }) => encodeOwnedId({ partnerId: row.partnerId, id: row.personId }),
    text,
  );
  /** Null for a person whom the viewer may not read. */
  const enrollments = (personId: string) =>
    readablePerson(personId).length === 0 ? null : enrollmentsOfPeople.load(personId);
  const counts = loaderOfOne(
    (partnerIds: readonly string[]) => countTraining(reader, partnerIds, today),
    ({ partnerId }: TrainingCount) => partnerId,
    text,
  );
  return {
    /** Null for a partner whose training the viewer may not read; counted once a field asks. */
    training: (partnerId: string) => {
      if (!mayRead(partnerId)) return null;
      const counted = async () => (await counts.load(partnerId)) ?? NOTHING_YET;
      return {
        partnerId,
        people: async () => (await counted()).people,
        enrolled: async () => (await counted()).enrolled,
        completed: async () => (await counted()).completed,
        certifiedPeople: async () => (await counted()).certifiedPeople,
      };
    },
    personTraining: async (personId: string) => {
      const [enrolled, certified] = await Promise.all([enrollments(personId), certificationsOf(personId)]);
      if (enrolled === null || certified === null) return null;
      return {
        enrolled: enrolled.length,
        completed: enrolled.filter(({ completedOn }) => completedOn !== null).length,
        held: certified.filter(({ row }) => isValidOn(row, today)),
      };
    },
    courseProgress: async (partnerId: string) => {
      const [inForce, counts] = await Promise.all([program(), courseCounts.load(partnerId)]);
      const courses = inForce?.courses ?? [];
      return courseProgress(courses, counts).map((row) => ({ ...row, course: courseOf(courses, row.course) }));
    },
    enrollments,
  };
}
export type TrainingReads = ReturnType<typeof trainingReads>;
