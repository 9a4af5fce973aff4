import type { Database } from "@tiergraph/kit/database/database";
import { publisher } from "@tiergraph/kit/jobs/publisher";
import { retryJobs } from "@tiergraph/kit/jobs/retry-jobs.action";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { cursors } from "@tiergraph/kit/paging/cursor";
import type { Clock } from "@tiergraph/kit/process/clock";
import { type BoundActions, bindActions } from "@tiergraph/kit/subgraph/bind-actions";
import { buildSubgraph } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { CohortResolver } from "./cohort/cohort.graphql.js";
import { removeCohort, saveCohort } from "./cohort/save-cohort.action.js";
import type { Context } from "./context.js";
import { FairnessResolver } from "./fairness/fairness.graphql.js";
import { Hypothesis } from "./hypothesis/hypothesis.graphql.js";
import { JobsResolver } from "./jobs.graphql.js";
import { createLoaders } from "./loaders.js";
import { OverrideResolver } from "./override/override.graphql.js";
import { requestOverride } from "./override/request-override.action.js";
import { endOverride, resolveOverride } from "./override/resolve-override.action.js";
import { Partner, PartnerResolver } from "./partner/partner.graphql.js";
import { registerPartners } from "./partner/register-partners.action.js";
import { movePerson } from "./person/move-person.action.js";
import { Person, PersonResolver } from "./person/person.graphql.js";
import { registerPeople } from "./person/register-people.action.js";
import { placeDaily } from "./placement/place-daily.action.js";
import { placeMeasuredPartners } from "./placement/place-measured-partners.action.js";
import { placePartners } from "./placement/place-partners.action.js";
import { PlacementResolver } from "./placement/placement.graphql.js";
import { type Permission, policy } from "./policy.js";
import { DraftResolver } from "./program/draft.graphql.js";
import { ProgramResolver, Tier } from "./program/program.graphql.js";
import { programShelf } from "./program/program-shelf.js";
import { PublicationResolver } from "./program/publication.graphql.js";
import { publishProgram } from "./program/publish-program.action.js";
import { saveDraft } from "./program/save-draft.action.js";
import type { PartnersPublisher } from "./publisher.js";
import { Measurement } from "./requirement/rule-progress.graphql.js";
import { recordReview } from "./review/record-review.action.js";
import { ReviewResolver } from "./review/review.graphql.js";
import { TABLES } from "./tables.js";
import { TierDigestResolver } from "./verification/tier-digest.graphql.js";
import { VerificationResolver } from "./verification/verification.graphql.js";

/** Once a day, early: windows have moved on by then and nobody has looked yet. UTC. Made up for after a night off. */
const CRONTAB = "10 0 * * * placeDaily ?fill=1d";

/** What a viewer may ask this service to do. */
const viewerActions = (db: Database, publish: PartnersPublisher, clock: Clock) => ({
  publishProgram: publishProgram(db, publish, clock),
  registerPartners: registerPartners(db, publish, clock),
  registerPeople: registerPeople(db, publish, clock),
  movePerson: movePerson(db, publish, clock),
  placePartners: placePartners(db, publish, clock),
  saveDraft: saveDraft(db, clock),
  requestOverride: requestOverride(db, clock),
  resolveOverride: resolveOverride(db, publish, clock),
  endOverride: endOverride(db, publish, clock),
  recordReview: recordReview(db, publish, clock),
  saveCohort: saveCohort(db, clock),
  removeCohort: removeCohort(db),
  retryJobs: retryJobs(db, "partners"),
});
export type ViewerActions = BoundActions<ReturnType<typeof viewerActions>>;

export const buildPartnersSubgraph = () =>
  buildSubgraph<Context, Permission>({
    resolvers: [
      PartnerResolver,
      PersonResolver,
      ProgramResolver,
      PublicationResolver,
      DraftResolver,
      PlacementResolver,
      OverrideResolver,
      ReviewResolver,
      FairnessResolver,
      CohortResolver,
      VerificationResolver,
      TierDigestResolver,
      JobsResolver,
    ],
    orphanedTypes: [Partner, Person, Tier, Measurement, Hypothesis],
    permits: ({ viewer }, permission) => policy.permits(viewer, permission),
    references: {
      Partner: ({ id }, { load }) => load.partner.load(id),
      Person: ({ id }, { load }) => load.person.load(id),
      Tier: ({ id }, { load }) => load.tier(id),
      Cohort: ({ name }, { load }) => load.cohort.load(String(name)),
      Hypothesis: ({ id }, { load }) => load.hypothesis(id),
    },
  });

/** Partners, their people, the program, and where the program places them. */
export const openPartners = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "partners", tables: TABLES }, options, async (db) => {
    const publish: PartnersPublisher = publisher<EventBodies>(SUBSCRIBERS, options.clock);
    const actions = viewerActions(db, publish, options.clock);
    const shelf = programShelf(db);
    const sealed = cursors(options.secret);
    return {
      subgraph: await buildPartnersSubgraph(),
      contextFor: ({ viewer }): Context => ({
        viewer,
        actions: bindActions(actions, viewer),
        load: createLoaders({ db, viewer, cursors: sealed, shelf, clock: options.clock }),
        may: (permission, partnerId) => policy.permitsFor(viewer, permission, partnerId),
      }),
      handlers: {
        ...subscribe(EVENTS, {
          MeasuresChanged: placeMeasuredPartners(db, publish, options.clock),
        } satisfies HandlersOf<"partners">),
        placeDaily: placeDaily(db, publish, options.clock),
      },
      crontab: CRONTAB,
    };
  });
