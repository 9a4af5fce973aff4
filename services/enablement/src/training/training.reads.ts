import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { certificationOf } from "../certification/index.js";
import { courseOf } from "../course/index.js";
import { enrollmentOf, listEnrollmentsOfPeople } from "../enrollment/index.js";
import { readablePersonOf, readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import { courseProgress } from "./course-progress.js";
import { countTraining, countTrainingByCourse, findTrainedPeople, type TrainingCount } from "./training.store.js";

const MAX_ENROLLMENTS = 100;
const MAX_HELD = 100;
/** Of a partner that is so new that the news of it is still on its way. */
const NOTHING_YET = { people: 0, enrolled: 0, completed: 0, certifiedPeople: 0 };

/** How resolvers read who learns what, and how far they are: each kind of thing in one statement a request level. */
export function trainingReads({ reader, viewer, today }: ReadParts, program: ProgramReader) {
  const mayRead = readsTrainingOf(viewer);
  const readablePerson = readablePersonOf(viewer);
  const text = (key: string) => key;
  const enrollmentsOfPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listEnrollmentsOfPeople(reader, ids.flatMap(readablePerson), MAX_ENROLLMENTS)).map(enrollmentOf),
    ({ row }) => encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId }),
    text,
  );
  const counts = loaderOfOne(
    (partnerIds: readonly string[]) => countTraining(reader, partnerIds, today),
    ({ partnerId }: TrainingCount) => partnerId,
    text,
  );
  const countsByCourse = loaderOfOne(
    (partnerIds: readonly string[]) => countTrainingByCourse(reader, partnerIds.filter(mayRead), today),
    ({ partnerId }) => partnerId,
    text,
  );
  const trainedPeople = loaderOfOne(
    (ids: readonly string[]) => findTrainedPeople(reader, ids.flatMap(readablePerson), { day: today, limit: MAX_HELD }),
    ({ partnerId, personId }) => encodeOwnedId("Person", { partnerId, id: personId }),
    text,
  );
  return {
    /** Null for a partner whose training the viewer may not read; where its courses are asked for, one statement counts all. */
    training: (partnerId: string, asked: { readonly counts: boolean; readonly courses: boolean }) => {
      if (!mayRead(partnerId)) return null;
      if (!asked.counts) return { partnerId, ...NOTHING_YET };
      const loader = asked.courses ? countsByCourse : counts;
      return loader.load(partnerId).then((counted) => counted ?? { partnerId, ...NOTHING_YET });
    },
    /** Null for a person whom the viewer may not read, or who is not known here. */
    trainedPerson: trainedPeople,
    personTraining: async (personId: string) => {
      const trained = await trainedPeople.load(personId);
      return trained === null ? null : { ...trained, held: trained.held.map(certificationOf) };
    },
    courseProgress: async (partnerId: string) => {
      const [inForce, counted] = await Promise.all([program(), countsByCourse.load(partnerId)]);
      const courses = inForce?.courses ?? [];
      return courseProgress(courses, counted?.courses ?? []).map(({ course, ...progress }) => ({
        course: courseOf(courses, course),
        ...progress,
      }));
    },
    /** Null for a person whom the viewer may not read. */
    enrollments: (personId: string) =>
      readablePerson(personId).length === 0 ? null : enrollmentsOfPeople.load(personId),
  };
}
export type TrainingReads = ReturnType<typeof trainingReads>;
