import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { RefusalOf } from "@tiergraph/kit/values/refusal-table";
import { findPartners } from "../partner/index.js";
import type { CohortRow } from "./cohort.entity.js";
import { type CohortRequest, type CohortRule, cohortProblem } from "./cohort.js";
import { type CohortRefusal, cohortRefusals, MAX_COHORTS, removalRefusals } from "./cohort.refusals.js";
import {
  countCohorts,
  findCohorts,
  lockCohorts,
  putCohort,
  putMembers,
  removeCohort as removeIn,
} from "./cohort.store.js";

type CohortSaved = { readonly kind: "CohortSaved"; readonly cohort: CohortRow } | CohortRefusal;

const NO_RULE: CohortRule = {
  tiers: null,
  regions: null,
  countries: null,
  tracks: null,
  joinedFrom: null,
  joinedBefore: null,
};

/** Saves a cohort; a known name is replaced. A tier that no program has yet matches nobody for as long as none has. */
export const saveCohort =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: CohortRequest): Promise<CohortSaved> => {
    const problem = cohortProblem(request);
    if (problem !== null) return problem;
    return db.transact(viewer, async (tx) => {
      await lockCohorts(tx);
      const { name, description, rule } = request;
      const [known] = await findCohorts(tx, [name]);
      const { cohorts } = await countCohorts(tx);
      if (known === undefined && cohorts >= MAX_COHORTS) return cohortRefusals.TooManyCohorts();
      const partnerIds = [...new Set(request.partnerIds)];
      const found = new Set((await findPartners(tx, partnerIds.filter(isUuid))).map(({ partnerId }) => partnerId));
      const unknown = partnerIds.filter((partnerId) => !found.has(partnerId));
      if (unknown.length > 0) return cohortRefusals.PartnersUnknown({ partnerIds: unknown });
      const cohort = {
        ...(rule ?? NO_RULE),
        name,
        description,
        isRule: rule !== null,
        savedAt: clock.now(),
        savedBy: viewer.subject,
      };
      await putCohort(tx, cohort);
      await putMembers(tx, name, partnerIds);
      return { kind: "CohortSaved", cohort };
    });
  };

type CohortRemoved = { readonly kind: "CohortRemoved"; readonly name: string } | RefusalOf<typeof removalRefusals>;

export const removeCohort =
  (db: Database) =>
  (viewer: Viewer, { name }: { name: string }): Promise<CohortRemoved> =>
    db.transact(viewer, async (tx) =>
      (await removeIn(tx, name)).length > 0 ? { kind: "CohortRemoved", name } : removalRefusals.CohortUnknown(),
    );
