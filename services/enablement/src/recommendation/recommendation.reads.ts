import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import type { Role } from "@tiergraph/program/document/enablement";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { decodeTierPath, encodeNextStep } from "@tiergraph/program/place";
import { courseOf } from "../course/index.js";
import { type LearnerKey, personOf } from "../learner/index.js";
import { findStandings } from "../partner/index.js";
import { readablePersonOf, readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import { closeGap, isTrained } from "./close-gap.js";
import { nextSteps } from "./next-steps.js";
import { type LearnerStateRow, listLearnerStates } from "./recommendation.store.js";
import type { PersonState } from "./training-state.js";

const MAX_PEOPLE = 1_000;
const MAX_ASSIGNED = 100;
const MAX_STEPS = 3;

/** How resolvers recommend: people with what they learned, and their partners, each in one statement a request level. */
export function recommendationReads({ reader, viewer, today }: ReadParts, program: ProgramReader) {
  const mayRead = readsTrainingOf(viewer);
  const readablePerson = readablePersonOf(viewer);
  const text = (key: string) => key;
  const states = loaderOfMany(
    (ids: readonly string[]) => listLearnerStates(reader, ids.filter(mayRead), { today, limit: MAX_PEOPLE }),
    ({ partnerId }) => partnerId,
    text,
  );
  const standings = loaderOfOne(
    (ids: readonly string[]) => findStandings(reader, ids.filter(mayRead)),
    ({ partnerId }) => partnerId,
    text,
  );
  const stepsOf = async ({ partnerId, personId }: LearnerKey) => {
    const [inForce, people, partner] = await Promise.all([
      program(),
      states.load(partnerId),
      standings.load(partnerId),
    ]);
    const row = people.find((one) => one.personId === personId);
    if (inForce === null || row === undefined || partner === null) return [];
    const { courses, paths, maturities } = inForce;
    const given = { courses, paths, maturities, partner, today: knownCalendarDate(today) };
    return nextSteps(stateOf(row), given, MAX_STEPS).map(({ kind, course: name, because }) => {
      const course = courseOf(courses, name);
      const level = course.certifies?.level ?? null;
      return {
        id: encodeNextStep({ partnerId, personId, course: name, level, role: course.role }),
        kind: kind,
        course,
        because,
      };
    });
  };
  return {
    nextSteps: (id: string) => {
      const [key] = readablePerson(id);
      return key === undefined ? null : stepsOf(key);
    },
    trainingForTier: async (id: string, gaps: readonly string[]) => {
      const path = decodeTierPath(id);
      const inForce = path !== null && mayRead(path.partnerId) ? await program() : null;
      if (path === null || inForce === null) return null;
      const { partnerId } = path;
      const people = (await states.load(partnerId)).map(stateOf);
      return gaps.flatMap((gap) => {
        const [, name, amount] = /^([^ ]+) (\d+)$/.exec(gap) ?? [];
        const measure = inForce.measures.find((one) => one.name === name);
        if (!isTrained(measure)) return [];
        const needed = Number(amount);
        const { closes, assignments } = closeGap(measure, needed, { courses: inForce.courses, people });
        return {
          measure: measure.name,
          title: measure.title,
          needed,
          closes,
          assignments: assignments.slice(0, MAX_ASSIGNED).map(({ personId, courses }) => ({
            person: personOf({ partnerId, personId }),
            courses: courses.map((course) => courseOf(inForce.courses, course)),
          })),
        };
      });
    },
  };
}
export type RecommendationReads = ReturnType<typeof recommendationReads>;

const stateOf = ({ personId, role, courses, held }: LearnerStateRow): PersonState => ({
  personId,
  role: role as Role | null, // The enum checks it.
  courses: new Map(courses.map(({ course, ...state }) => [course, state])),
  held,
});
