import { benefitsMigrations } from "@tiergraph/benefits/migrations/migrations";
import { TABLES as benefitsTables, buildBenefitsSubgraph, openBenefits } from "@tiergraph/benefits/service";
import { enablementMigrations } from "@tiergraph/enablement/migrations/migrations";
import { buildEnablementSubgraph, TABLES as enablementTables, openEnablement } from "@tiergraph/enablement/service";
import { migrateService } from "@tiergraph/kit/database/migrate";
import { provisionServices, SERVICES, type ServiceName, serviceUrl } from "@tiergraph/kit/database/provision";
import { withSetupLock } from "@tiergraph/kit/database/setup-lock";
import type { AnyTable } from "@tiergraph/kit/database/table";
import { provisionJobs } from "@tiergraph/kit/jobs/provision-jobs";
import type { ServiceOptions } from "@tiergraph/kit/subgraph/open-service";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { metricsMigrations } from "@tiergraph/metrics/migrations/migrations";
import { buildMetricsSubgraph, TABLES as metricsTables, openMetrics } from "@tiergraph/metrics/service";
import { partnersMigrations } from "@tiergraph/partners/migrations/migrations";
import { buildPartnersSubgraph, openPartners, TABLES as partnersTables } from "@tiergraph/partners/service";

// The one file that may import services: what runs in one process, and what has to know all of them.

const OPEN = {
  partners: openPartners,
  metrics: openMetrics,
  benefits: openBenefits,
  enablement: openEnablement,
} as const;
const BUILD = {
  partners: buildPartnersSubgraph,
  metrics: buildMetricsSubgraph,
  benefits: buildBenefitsSubgraph,
  enablement: buildEnablementSubgraph,
} as const;
/** What the migrated database is held against. */
export const TABLES: Readonly<Record<ServiceName, readonly AnyTable[]>> = {
  partners: partnersTables,
  metrics: metricsTables,
  benefits: benefitsTables,
  enablement: enablementTables,
};
const MIGRATIONS = [partnersMigrations, metricsMigrations, benefitsMigrations, enablementMigrations];

/**
 * Gives every service its role, schema, queue and tables, as the owner of the database. Safe to repeat, and safe while
 * other processes work on the same database or start at the same time.
 */
export async function migrateAll(ownerUrl: string, secret: string): Promise<void> {
  await provisionServices(ownerUrl, secret);
  await withSetupLock(ownerUrl, async () => {
    for (const migrations of MIGRATIONS) await migrateService(ownerUrl, migrations);
    await provisionJobs(ownerUrl);
  });
}

export type EmbeddedServices = Readonly<Record<ServiceName, Service>>;

export interface EmbeddedOptions extends Omit<ServiceOptions, "databaseUrl" | "onStatement"> {
  readonly ownerUrl: string;
  readonly onStatement?: (service: ServiceName, name: string) => void;
}

/** Opens all services in this process, each under its own login role. */
export async function openServices({ ownerUrl, onStatement, ...options }: EmbeddedOptions): Promise<EmbeddedServices> {
  const opened = SERVICES.map(async (name) => {
    const databaseUrl = serviceUrl(ownerUrl, name, options.secret);
    const note = onStatement && ((statement: string) => onStatement(name, statement));
    return [name, await OPEN[name]({ ...options, databaseUrl, onStatement: note })] as const;
  });
  return Object.fromEntries(await Promise.all(opened)) as EmbeddedServices; // One entry a name of SERVICES.
}

/** Whether each service is ready. */
export async function statesOf(services: EmbeddedServices): Promise<Record<ServiceName, boolean>> {
  const states = SERVICES.map(async (name) => [name, await services[name].isReady().catch(() => false)] as const);
  return Object.fromEntries(await Promise.all(states)) as Record<ServiceName, boolean>; // One entry a name of SERVICES.
}

/** Rises with every change of what the services keep for all; null while one of them would not notice. */
export function changesOf(services: EmbeddedServices): number | null {
  let sum = 0;
  for (const name of SERVICES) {
    const changes = services[name].changes();
    if (changes === null) return null;
    sum += changes;
  }
  return sum;
}

/** Opens one service, for a process of its own. */
export const openServiceNamed = (name: ServiceName, options: ServiceOptions): Promise<Service> => OPEN[name](options);

/** What each subgraph's code says of itself: the contracts under `schema/` must hold just this. */
export async function subgraphSdls(): Promise<Record<ServiceName, string>> {
  const built = SERVICES.map(async (name) => [name, (await BUILD[name]()).sdl] as const);
  return Object.fromEntries(await Promise.all(built)) as Record<ServiceName, string>; // One entry a name of SERVICES.
}
