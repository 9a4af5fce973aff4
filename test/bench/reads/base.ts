import fs from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import pg from "pg";
import { CONTESTANTS, startContestant, type World } from "./contestants.js";
import { fill } from "./fill.js";
import { startIdentityProvider } from "./identity-provider.js";
import { makeReferenceSchema } from "./reference-schema.js";

export interface Base extends World {
  /** All partners, in no order. */
  readonly partnerIds: readonly string[];
  stop(): Promise<void>;
}

/** Of what contestants read besides the product's own tables: a base of another format is filled anew. */
const FORMAT = 2;

/**
 * The database of a benchmark: filled through the product's own graph the first time, and kept in a folder of its
 * size. Remove the folder to fill it anew.
 */
export async function openBase(bases: string, partners: number): Promise<Base> {
  const directory = path.join(bases, `${partners}.${FORMAT}`);
  const marker = path.join(directory, "filled");
  if (!fs.existsSync(marker)) fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  const postgres = await startEmbeddedPostgres({ directory, database: "bench", isDurable: true });
  const provider = await startIdentityProvider();
  const world: World = {
    ownerUrl: postgres.ownerUrl,
    postgresPid: postgres.pid,
    directory,
    identity: provider.environment,
    keysUrl: provider.keysUrl,
    token: await provider.token("PROGRAM_MANAGER"),
  };
  if (!fs.existsSync(marker)) {
    console.log(`Filling a base of ${partners} partners …`);
    await fillBase(world, partners);
    fs.writeFileSync(marker, new Date().toISOString());
  }
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    "select partner_id as id from partners.partner order by md5(partner_id::text)",
  );
  await client.end();
  return {
    ...world,
    partnerIds: rows.map(({ id }) => id),
    async stop() {
      provider.close();
      await postgres.stop();
    },
  };
}

async function fillBase(world: World, partners: number): Promise<void> {
  const [ours] = CONTESTANTS;
  if (ours === undefined) throw new Error("There is no product to fill the base with");
  const product = await startContestant(
    { ...ours, dialect: { ...ours.dialect, home: () => ({ query: "{ __typename }" }) } },
    world,
    "",
  );
  try {
    const url = `${product.origin}/graphql`;
    await fill(url, world.token, { partners });
    await makeReferenceSchema(world.ownerUrl, url, world.token);
    await grantReader(world.ownerUrl);
    await settleTables(world.ownerUrl);
  } finally {
    await product.stop();
  }
}

/** What PostgreSQL would do in the background while the rounds run. */
async function settleTables(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("vacuum (analyze)");
  await client.query("checkpoint");
  await client.end();
}

/** The role that PostGraphile reads by under row-level security: it sees what the policies let it. */
async function grantReader(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`do $$ declare found record; begin
    for found in select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'bench' and relkind = 'v'
    loop execute format('alter view bench.%I set (security_invoker = true)', found.relname); end loop;
    if not exists (select from pg_roles where rolname = 'bench_reader') then create role bench_reader nologin; end if; end $$;
    grant usage on schema bench, partners, metrics, benefits, enablement to bench_reader;
    grant select on all tables in schema bench, partners, metrics, benefits, enablement to bench_reader;`);
  await client.end();
}
