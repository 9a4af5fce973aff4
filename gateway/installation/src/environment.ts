import path from "node:path";
import { originsIn } from "@tiergraph/kit/http/guarded-get";
import { secretProblem } from "@tiergraph/kit/values/secret";
import { z } from "zod";
import { DEFAULT_COST_PER_SECOND, DEFAULT_MAX_COST, type PointsByRole, pointsByRole } from "./cost-limits.js";
import { developmentSecrets, type Secrets } from "./secrets.js";
import { claimNames, roleValues, type TokenClaims } from "./token-claims.js";

const port = z.coerce.number().int().min(1).max(65_535);

const origins = z.string().transform((text, context) =>
  text.split(",").map((part) => {
    const given = part.trim();
    if (/^https?:\/\//.test(given) && URL.canParse(given) && new URL(given).origin === given) return given;
    context.addIssue(`${given} is no origin: give scheme, host and port alone, as https://portal.example`);
    return z.NEVER;
  }),
);
/** Pages that a developer's own machine serves. */
const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const publicUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => URL.canParse(url) && new URL(url).origin === url,
    "give scheme, host and port alone, as https://graph.example",
  );

/** Who can change what comes over http chooses the keys that tokens are believed by. */
const jwksUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => /^https:/i.test(url) || (URL.canParse(url) && LOOPBACK.test(new URL(url).origin)),
    "only by https, but for an address of this machine",
  );

const variables = z.object({
  PORT: port.default(4000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TIERGRAPH_DATA: z.string().optional(),
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SAMPLE: z.enum(["on", "off"]).default("on"),
  TIERGRAPH_SECRET: z.string().min(32, "at least 32 characters").optional(),
  TIERGRAPH_GATEWAY_SECRET: z.string().min(32, "at least 32 characters").optional(),
  TIERGRAPH_GATEWAY_SECRET_BEFORE: z.string().min(32, "at least 32 characters").optional(),
  TOKEN_JWKS_URL: jwksUrl.optional(),
  TOKEN_ISSUER: z.string().optional(),
  TOKEN_AUDIENCE: z.string().optional(),
  TOKEN_CLAIMS: claimNames,
  TOKEN_ROLES: roleValues,
  TOKEN_MAX_HOURS: z.coerce.number().positive().max(8_760).default(24),
  SAFELIST: z.enum(["on", "partners", "off"]).optional(),
  PUBLIC_URL: publicUrl.optional(),
  ACCESS_LOG: z.enum(["on", "off"]).default("off"),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  DRAIN_MS: z.coerce.number().int().min(0).max(600_000).optional(),
  TIERGRAPH_PROBES: z.string().optional(),
  ALLOWED_ORIGINS: origins.optional(),
  WORKERS: z.coerce.number().int().min(1).max(16).default(1),
  MAX_COST: pointsByRole(DEFAULT_MAX_COST),
  COST_PER_SECOND: pointsByRole(DEFAULT_COST_PER_SECOND),
  CONNECTIONS_PER_ADDRESS: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
});

/** How clients prove who they are: by tokens of an identity provider, or by those that this installation signs itself. */
export type ClientTrust =
  | {
      readonly kind: "IdentityProvider";
      readonly jwksUrl: string;
      readonly issuer: string;
      readonly audience: string;
      readonly claims: TokenClaims;
      /** For how long from now on a token may be valid. */
      readonly maxTokenSeconds: number;
    }
  | { readonly kind: "Development"; readonly tokenKey: string };

export interface InstallationSecrets extends Pick<Secrets, "secret"> {
  /** One, or two while it is exchanged: the gateway signs by the first, subgraphs take both. */
  readonly gatewaySecrets: readonly string[];
}

export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Null where the embedded PostgreSQL is to be used. */
  readonly databaseUrl: string | null;
  /** Where the embedded PostgreSQL and the development secrets are kept. */
  readonly dataDirectory: string;
  readonly isProduction: boolean;
  readonly logLevel: string;
  readonly loadsSample: boolean;
  readonly secrets: InstallationSecrets;
  readonly clientTrust: ClientTrust;
  readonly subgraphTimeoutMs: number;
  /** Processes that answer requests, in the embedded mode; with one, the main process does. */
  readonly workers: number;
  /** What one operation may cost, in points. */
  readonly maxCost: PointsByRole;
  /** What comes back to a viewer in a second, in points. */
  readonly costPerSecond: PointsByRole;
  /** Connections that one address may hold at the gateway. */
  readonly connectionsPerAddress: number;
  /** Of pages that may ask the graph from a browser, besides those that the gateway serves itself. */
  readonly allowedOrigins: readonly (string | RegExp)[];
  /** Who may only send operations of the safelist. */
  readonly safelist: "on" | "partners" | "off";
  /** Whether each request of the graph has a line in the log. */
  readonly keepsAccessLog: boolean;
  /** Where clients reach the gateway; null where that was not said. */
  readonly publicUrl: string | null;
  /** What who reads `/metrics` shows as a bearer token; null where everybody may. */
  readonly metricsToken: string | null;
  /** How long a process that is asked to end goes on to answer, so that balancers take it out first. */
  readonly drainMs: number;
  /** Origins that may be probed although they are not on the public internet. */
  readonly probedOrigins: readonly string[];
}

/** An environment that nothing can be started with, in one line a variable. */
export class EnvironmentRefused extends Error {}

/**
 * Reads the configuration from environment variables.
 *
 * @throws EnvironmentRefused naming each variable that is missing or wrong; in production nothing secret has a default
 */
export function readEnvironment(env: NodeJS.ProcessEnv, root: string): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new EnvironmentRefused(
      parsed.error.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}`).join("\n"),
    );
  const values = parsed.data;
  const dataDirectory = path.resolve(values.TIERGRAPH_DATA ?? path.join(root, ".data"));
  // A misspelt "Production" must not open the door: only these two are not production.
  const isProduction = !["development", "test"].includes(values.NODE_ENV);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDirectory,
    isProduction,
    logLevel: values.LOG_LEVEL,
    loadsSample: values.SAMPLE === "on" && !isProduction,
    subgraphTimeoutMs: values.SUBGRAPH_TIMEOUT_MS,
    workers: values.WORKERS,
    maxCost: values.MAX_COST,
    costPerSecond: values.COST_PER_SECOND,
    connectionsPerAddress: values.CONNECTIONS_PER_ADDRESS,
    allowedOrigins: values.ALLOWED_ORIGINS ?? (isProduction ? [] : [LOOPBACK]),
    probedOrigins: originsIn(values.TIERGRAPH_PROBES),
    safelist: values.SAFELIST ?? (isProduction ? "partners" : "off"),
    keepsAccessLog: values.ACCESS_LOG === "on",
    publicUrl: values.PUBLIC_URL ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    drainMs: values.DRAIN_MS ?? (isProduction ? 5_000 : 0),
    ...(isProduction ? productionTrust(values) : developmentTrust(values, dataDirectory)),
  };
}

type Trust = Pick<Environment, "secrets" | "clientTrust">;

function productionTrust(values: z.infer<typeof variables>): Trust {
  const needed = {
    TIERGRAPH_SECRET: values.TIERGRAPH_SECRET,
    TIERGRAPH_GATEWAY_SECRET: values.TIERGRAPH_GATEWAY_SECRET,
    TOKEN_JWKS_URL: values.TOKEN_JWKS_URL,
    TOKEN_ISSUER: values.TOKEN_ISSUER,
    TOKEN_AUDIENCE: values.TOKEN_AUDIENCE,
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) {
    const unusual = values.NODE_ENV === "production" ? [] : [`NODE_ENV: "${values.NODE_ENV}" counts as production`];
    throw new EnvironmentRefused([...unusual, ...missing.map((name) => `${name}: needed in production`)].join("\n"));
  }
  const of = (name: keyof typeof needed): string => needed[name] ?? "";
  refuseWeakSecrets({
    TIERGRAPH_SECRET: of("TIERGRAPH_SECRET"),
    TIERGRAPH_GATEWAY_SECRET: of("TIERGRAPH_GATEWAY_SECRET"),
    ...(values.TIERGRAPH_GATEWAY_SECRET_BEFORE && {
      TIERGRAPH_GATEWAY_SECRET_BEFORE: values.TIERGRAPH_GATEWAY_SECRET_BEFORE,
    }),
  });
  return {
    secrets: {
      secret: of("TIERGRAPH_SECRET"),
      gatewaySecrets: gatewaySecretsOf(values, of("TIERGRAPH_GATEWAY_SECRET")),
    },
    clientTrust: {
      kind: "IdentityProvider",
      jwksUrl: of("TOKEN_JWKS_URL"),
      issuer: of("TOKEN_ISSUER"),
      audience: of("TOKEN_AUDIENCE"),
      claims: { ...values.TOKEN_CLAIMS, roles: values.TOKEN_ROLES },
      maxTokenSeconds: values.TOKEN_MAX_HOURS * 60 * 60,
    },
  };
}

/** @throws EnvironmentRefused naming each that can be guessed or is another's */
function refuseWeakSecrets(secrets: Readonly<Record<string, string>>): void {
  const seen = new Map<string, string>();
  const problems = Object.entries(secrets).flatMap(([name, secret]) => {
    const other = seen.get(secret);
    seen.set(secret, name);
    const problem = other === undefined ? secretProblem(secret) : `the same as ${other}`;
    return problem === null ? [] : [`${name}: ${problem}`];
  });
  if (problems.length > 0) throw new EnvironmentRefused(problems.join("\n"));
}

const gatewaySecretsOf = (values: z.infer<typeof variables>, made: string): string[] => [
  values.TIERGRAPH_GATEWAY_SECRET ?? made,
  ...(values.TIERGRAPH_GATEWAY_SECRET_BEFORE === undefined ? [] : [values.TIERGRAPH_GATEWAY_SECRET_BEFORE]),
];

function developmentTrust(values: z.infer<typeof variables>, dataDirectory: string): Trust {
  // An identity provider is not combined with development: tokens that this installation signs itself would still work.
  for (const name of ["TOKEN_JWKS_URL", "TOKEN_ISSUER", "TOKEN_AUDIENCE"] as const)
    if (values[name] !== undefined) throw new EnvironmentRefused(`${name}: only with NODE_ENV=production`);
  const made = developmentSecrets(dataDirectory);
  return {
    secrets: {
      secret: values.TIERGRAPH_SECRET ?? made.secret,
      gatewaySecrets: gatewaySecretsOf(values, made.gatewaySecret),
    },
    clientTrust: { kind: "Development", tokenKey: made.tokenKey },
  };
}
