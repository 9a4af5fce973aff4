import { createHmac } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

export const SERVICES = ["partners", "metrics", "benefits", "enablement"] as const;
export type ServiceName = (typeof SERVICES)[number];
export const isServiceName = (name: string | undefined): name is ServiceName => SERVICES.some((one) => one === name);

export const roleOf = (service: ServiceName): string => `tiergraph_${service}`;

/** The connection string of a service's own login role, from that of the owner and the installation's secret. */
export function serviceUrl(ownerUrl: string, service: ServiceName, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = roleOf(service);
  url.password = passwordOf(service, secret);
  return url.toString();
}

const passwordOf = (service: ServiceName, secret: string): string =>
  createHmac("sha256", secret).update(`login role of ${service}`).digest("hex");

/**
 * Gives each service a schema and a login role that owns nothing and reaches only that schema. Safe to repeat.
 *
 * @throws DatabaseRefused when the server cannot be reached, is older than 14, or the owner may not create roles.
 */
export async function provisionServices(ownerUrl: string, secret: string): Promise<void> {
  try {
    // Roles belong to the whole server, and a lock to one database: of two databases that are set up at once, one fails
    // at a role that the other writes, and tries again. By then the role is as it should be, and is not written.
    for (let attempt = 1; ; attempt++)
      try {
        return await provisionOnce(ownerUrl, secret);
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isWrittenByAnother(error)) throw error;
        await setTimeout(50 + Math.random() * 150);
      }
  } catch (error) {
    throw databaseRefused(error, ownerUrl);
  }
}

const MAX_ATTEMPTS = 30;

async function provisionOnce(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const version = await versionOf(client);
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7204817034)");
    // Rounds of hashing guard passwords that can be guessed. These are 256 bits of chance, and each connection pays.
    if (version >= 160_000) await client.query("set local scram_iterations = 1");
    await provisionRoles(client, ownerUrl, secret);
    await client.query(SERVICES.map(schemaSql).join("\n"));
    await client.query("commit");
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A role that was created or altered by someone else at the same moment. */
function isWrittenByAnother(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "42710" || code === "23505" || (code === "XX000" && /concurrently updated/.test(message ?? ""));
}

/** A database that cannot be used, in one line that says what to do about it. */
export class DatabaseRefused extends Error {}

/** As PostgreSQL counts: 17.2 is 170002. */
async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  const version = Number(rows[0]?.version);
  if (version < 140_000)
    throw new DatabaseRefused(`PostgreSQL ${Math.floor(version / 10_000)} is too old: Tiergraph needs 14 or later.`);
  return version;
}

const SETTINGS = {
  // Named statements with `= any($1)` are otherwise planned anew at each call.
  plan_cache_mode: "force_generic_plan",
  statement_timeout: "30s",
  lock_timeout: "10s",
} as const;

interface KnownRole {
  readonly name: string;
  readonly isPlain: boolean;
  readonly settings: readonly string[];
}

/** Only what is not as it should be is written: see `provisionServices`. */
async function provisionRoles(client: pg.Client, ownerUrl: string, secret: string): Promise<void> {
  const { rows } = await client.query<KnownRole>(
    `select rolname as name, rolcanlogin and not rolinherit as "isPlain", coalesce(rolconfig, '{}') as settings
     from pg_roles where rolname = any($1)`,
    [SERVICES.map(roleOf)],
  );
  const found = SERVICES.map(async (service) => {
    const known = rows.find(({ name }) => name === roleOf(service));
    return {
      service,
      known,
      mayLogIn: known?.isPlain === true && (await logsIn(serviceUrl(ownerUrl, service, secret))),
    };
  });
  for (const { service, known, mayLogIn } of await Promise.all(found)) {
    const role = roleOf(service);
    const password = pg.escapeLiteral(passwordOf(service, secret));
    if (!mayLogIn)
      await client.query(
        `${known === undefined ? "create" : "alter"} role ${role} login password ${password} noinherit`,
      );
    for (const [name, value] of Object.entries(SETTINGS))
      if (known === undefined || !known.settings.includes(`${name}=${value}`))
        await client.query(`alter role ${role} set ${name} = '${value}'`);
  }
}

async function logsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false; // By another password, or not at all: the owner sets it.
  } finally {
    await client.end().catch(() => undefined);
  }
}

const schemaSql = (service: ServiceName): string => `
  create schema if not exists ${service};
  revoke all on schema ${service} from public;
  grant usage on schema ${service} to ${roleOf(service)};`;

function databaseRefused(error: unknown, ownerUrl: string): Error {
  if (error instanceof DatabaseRefused) return error;
  const { hostname, port, pathname, username } = new URL(ownerUrl);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const code = (error as { code?: string }).code ?? "";
  const reason = error instanceof Error ? error.message || code : String(error);
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN"].includes(code) || /timeout/i.test(reason))
    return new DatabaseRefused(`No PostgreSQL answers at ${where}: start it, or mend DATABASE_URL (${reason}).`);
  if (code === "28P01" || code === "28000")
    return new DatabaseRefused(
      `PostgreSQL at ${where} refused user ${username}: mend the name or password in DATABASE_URL.`,
    );
  if (code === "3D000") return new DatabaseRefused(`There is no such database at ${where}: create it first.`);
  if (code === "42501")
    return new DatabaseRefused(
      `User ${username} at ${where} may not set Tiergraph up: it needs CREATEROLE and CREATE on the database.`,
    );
  return new DatabaseRefused(`PostgreSQL at ${where} cannot be used: ${reason}`);
}
