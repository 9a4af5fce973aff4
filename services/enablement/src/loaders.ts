import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import { dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import { assessmentLoaders } from "./assessment/assessment.reads.js";
import { badgeLoaders } from "./badge/badge.reads.js";
import { certificationLoaders } from "./certification/certification.reads.js";
import { contentLoaders } from "./content/content.reads.js";
import type { LearnerKey } from "./learner/learner.store.js";
import type { Loading } from "./loading.js";
import { managerLoaders } from "./manager/manager.reads.js";
import { onboardingLoaders } from "./onboarding/onboarding.reads.js";
import { learningLoaders } from "./path/learning.reads.js";
import { policy } from "./policy.js";
import { programReader } from "./program/program.reads.js";
import { recommendationLoaders } from "./recommendation/recommendation.reads.js";
import { sandboxLoaders } from "./sandbox/sandbox.reads.js";
import { sessionLoaders } from "./session/session.reads.js";
import { simulationLoaders } from "./simulation/simulation.reads.js";
import { trainingLoaders } from "./training/training.reads.js";
import { validationLoaders } from "./validation/validation.reads.js";

export type LoaderParts = Pick<Loading, "db" | "viewer" | "cursors" | "now" | "signer">;

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders(parts: LoaderParts) {
  const { db, viewer, now } = parts;
  const reader = db.readAs(viewer);
  const mayRead = (partnerId: string) => isUuid(partnerId) && policy.permitsFor(viewer, "read training", partnerId);
  const readablePerson = (id: string): LearnerKey[] => {
    const owned = decodeOwnedId(id);
    return owned !== null && mayRead(owned.partnerId) ? [{ partnerId: owned.partnerId, personId: owned.id }] : [];
  };
  const today = dayOf(now);
  const loading: Loading = { ...parts, reader, today, program: programReader(reader), mayRead, readablePerson };
  const certifications = certificationLoaders(loading);
  return {
    partner: (id: string) => (mayRead(id) ? { id } : null),
    ...certifications,
    ...trainingLoaders(loading, certifications.personCertifications),
    ...learningLoaders(loading),
    ...assessmentLoaders(loading),
    ...badgeLoaders(loading),
    ...recommendationLoaders(loading),
    ...onboardingLoaders(loading),
    ...sessionLoaders(loading),
    ...contentLoaders(loading),
    ...validationLoaders(loading),
    ...sandboxLoaders(loading),
    ...simulationLoaders(loading),
    ...managerLoaders(loading),
    jobs: () => readQueue(db, "enablement")(viewer),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;
