import type { AnyTable } from "@tiergraph/kit/database/table";
import { cohortTable } from "./cohort/cohort.entity.js";
import { cohortMemberTable } from "./cohort/cohort-member.entity.js";
import { overrideTable } from "./override/override.entity.js";
import { partnerTable } from "./partner/partner.entity.js";
import { personTable } from "./person/person.entity.js";
import { decisionTable } from "./placement/decision.entity.js";
import { placementRunTable } from "./placement/placement-run.entity.js";
import { programDraftTable } from "./program/program-draft.entity.js";
import { programStartTable } from "./program/program-start.entity.js";
import { programVersionTable } from "./program/program-version.entity.js";
import { reviewTable } from "./review/review.entity.js";
import { tierPeriodTable } from "./tier-status/tier-period.entity.js";
import { tierStatusTable } from "./tier-status/tier-status.entity.js";

/** All tables of this service: what its entity manager writes, and what the migrated database is held against. */
export const TABLES: readonly AnyTable[] = [
  cohortMemberTable,
  cohortTable,
  overrideTable,
  partnerTable,
  personTable,
  decisionTable,
  placementRunTable,
  programDraftTable,
  programStartTable,
  programVersionTable,
  reviewTable,
  tierPeriodTable,
  tierStatusTable,
];
