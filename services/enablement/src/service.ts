import { publisher } from "@tiergraph/kit/jobs/publisher";
import { subscribe } from "@tiergraph/kit/jobs/subscribe";
import { cursors } from "@tiergraph/kit/paging/cursor";
import { dayOf } from "@tiergraph/kit/process/clock";
import { bindActions } from "@tiergraph/kit/subgraph/bind-actions";
import { buildSubgraph } from "@tiergraph/kit/subgraph/build-subgraph";
import { openService, type ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { EVENTS, type EventBodies, type HandlersOf, SUBSCRIBERS } from "@tiergraph/schema/events";
import { viewerActions } from "./actions.js";
import { badgeSigner } from "./badge/open-badge.js";
import type { Context } from "./context.js";
import { Person } from "./learner/learner.graphql.js";
import { onPeopleChanged } from "./learner/on-people-changed.js";
import { onPersonMoved } from "./learner/on-person-moved.js";
import { createLoaders } from "./loaders.js";
import { assignDaily } from "./manager/change-managers.action.js";
import { onMilestonesReached } from "./onboarding/on-milestones-reached.js";
import { onPartnersChanged } from "./partner/on-partners-changed.js";
import { onTierChanged } from "./partner/on-tier-changed.js";
import { type Permission, policy } from "./policy.js";
import { onProgramPublished } from "./program/on-program-published.js";
import type { EnablementPublisher } from "./publisher.js";
import { NextStep, TierPath } from "./recommendation/recommendation.graphql.js";
import { RESOLVERS } from "./resolvers.graphql.js";
import { reclaimDaily } from "./sandbox/lease-sandbox.action.js";
import { schemaProvider } from "./sandbox/provider.js";
import { TABLES } from "./tables.js";
import { Partner } from "./training/training.graphql.js";
import { sendProbes } from "./validation/run-validation.action.js";

/** Once a day, early: partners that wait for somebody with room are tried again, and sandboxes whose lease has ended go. UTC. */
const CRONTAB = "30 0 * * * assignDaily ?fill=1d\n35 0 * * * reclaimDaily ?fill=1d";

export const buildEnablementSubgraph = () =>
  buildSubgraph<Context, Permission>({
    resolvers: RESOLVERS,
    orphanedTypes: [Partner, Person, NextStep, TierPath],
    permits: ({ viewer }, permission) => policy.permits(viewer, permission),
    references: {
      Partner: ({ id }, { load }) => load.partner(id),
      Person: ({ id }, { load }) => load.person.load(id),
      // Nothing is kept of them: what they stand for is in the id and what is required.
      NextStep: () => null,
      TierPath: (path) => path,
    },
  });

/** What partners' people learn, and what they are certified for. */
export const openEnablement = (options: ServiceOptions): Promise<Service> =>
  openService({ name: "enablement", tables: TABLES }, options, async (db) => {
    const publish: EnablementPublisher = publisher<EventBodies>(SUBSCRIBERS, options.clock);
    const { clock, probedOrigins = [] } = options;
    const actions = viewerActions({ db, publish, clock, probedOrigins });
    const cursorSigner = cursors(options.secret);
    const signer = badgeSigner(options.secret);
    return {
      subgraph: await buildEnablementSubgraph(),
      contextFor: ({ viewer }): Context => {
        const now = clock.now();
        return {
          viewer,
          actions: bindActions(actions, viewer),
          load: createLoaders({ db, viewer, cursors: cursorSigner, now, signer }),
          today: dayOf(now),
        };
      },
      handlers: {
        ...subscribe(EVENTS, {
          PartnersChanged: onPartnersChanged(db),
          PeopleChanged: onPeopleChanged(db),
          MilestonesReached: onMilestonesReached(db),
          ValidationStarted: sendProbes(db, clock, probedOrigins),
          PersonMoved: onPersonMoved(db, publish),
          ProgramPublished: onProgramPublished(db, publish),
          TierChanged: onTierChanged(db),
        } satisfies HandlersOf<"enablement">),
        assignDaily: assignDaily(db, options.clock),
        reclaimDaily: reclaimDaily(db, options.clock, schemaProvider),
      },
      crontab: CRONTAB,
    };
  });
