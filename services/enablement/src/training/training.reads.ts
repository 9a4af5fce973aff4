import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { Course as ProgramCourse } from "@tiergraph/program/document/enablement";
import type { CertificationNode } from "../certification/certification-node.js";
import { isValidOn } from "../certification/certify.js";
import { courseOf } from "../course/course-node.js";
import { type CourseCount, countEnrollmentsByCourse, listEnrollmentsOfPeople } from "../enrollment/enrollment.store.js";
import { enrollmentOf } from "../enrollment/enrollment-node.js";
import { findLearners, type LearnerKey } from "../learner/learner.store.js";
import { personOf } from "../learner/learner-node.js";
import type { Loading } from "../loading.js";
import { listModulesOfPeople } from "../module/module.store.js";
import { courseProgress } from "./course-progress.js";
import { countTraining, type TrainingCount } from "./training.store.js";

const MAX_ENROLLMENTS = 100;

/** How resolvers read who learns what, and how far they are: each kind of thing in one statement a request level. */
export function trainingLoaders(
  { reader, today, program, mayRead, readablePerson }: Loading,
  certificationsOf: (personId: string) => Promise<CertificationNode[]> | null,
) {
  const ownerOf = ({ partnerId, personId }: LearnerKey) => encodeOwnedId({ partnerId, id: personId });
  const text = (key: string) => key;
  const offeredCourses = async (): Promise<readonly ProgramCourse[]> => (await program())?.courses ?? [];
  const courseCounts = loaderOfMany(
    (partnerIds: readonly string[]) => countEnrollmentsByCourse(reader, partnerIds.filter(mayRead)),
    ({ partnerId }: CourseCount) => partnerId,
    text,
  );
  const enrollmentsOfPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listEnrollmentsOfPeople(reader, ids.flatMap(readablePerson), MAX_ENROLLMENTS)).map(enrollmentOf),
    ({ row }) => ownerOf(row),
    text,
  );
  const modulesOfPeople = loaderOfMany(
    (ids: readonly string[]) => listModulesOfPeople(reader, ids.flatMap(readablePerson)),
    ownerOf,
    text,
  );
  /** Null for a person whom the viewer may not read. */
  const enrollments = (personId: string) =>
    readablePerson(personId).length === 0 ? null : enrollmentsOfPeople.load(personId);
  return {
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
    personTraining: async (personId: string) => {
      const [enrolled, certified] = await Promise.all([enrollments(personId), certificationsOf(personId)]);
      if (enrolled === null || certified === null) return null;
      return {
        enrolled: enrolled.length,
        completed: enrolled.filter(({ completedOn }) => completedOn !== null).length,
        held: certified.filter(({ row }) => isValidOn(row, today)),
      };
    },
    courses: async () => {
      const courses = await offeredCourses();
      return courses.map(({ name }) => courseOf(courses, name));
    },
    course: async (name: string) => courseOf(await offeredCourses(), name),
    courseProgress: async (partnerId: string) => {
      const [courses, counts] = await Promise.all([offeredCourses(), courseCounts.load(partnerId)]);
      return courseProgress(courses, counts).map((row) => ({ ...row, course: courseOf(courses, row.course) }));
    },
    completedModules: async (row: LearnerKey & { course: string }) =>
      (await modulesOfPeople.load(ownerOf(row))).filter(({ course }) => course === row.course),
    enrollments,
  };
}
