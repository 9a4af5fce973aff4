// Every committed read through Hive Gateway as `gateway/hive` configures it, and through our own gateway, over the same
// subgraphs: `npm run check:router`.
import { execFileSync } from "node:child_process";
import { readOperation } from "@tiergraph/schema/operations";
import { startIdentityProvider } from "../bench/reads/identity-provider.js";
import { startProcess } from "../kit/start-process.js";
import { askOver } from "./ask.js";
import { checkAtOnce, checkOwnOnly, checkRefusals, checkSchema } from "./check-guards.js";
import { type Askers, checkReads } from "./check-reads.js";
import { type Asker, differenceOf, type Gateways } from "./compare.js";
import { sampleValues } from "./sample-values.js";
import { installHive, type RunningHive, startHive } from "./start-hive.js";

const SECRETS = {
  TIERGRAPH_SECRET: "a secret of the router check, which guards nothing",
  TIERGRAPH_GATEWAY_SECRET: "another secret of the router check, which guards nothing",
};

installHive();
const ours = await startProcess({
  mode: "main-distributed",
  env: { SAMPLE: "on", ...SECRETS },
  readyWithinMs: 180_000,
});
const hives: RunningHive[] = [];
try {
  const other = await startHive(ours.env);
  hives.push(other);
  const problems = await check({ ours: { name: "ours", url: ours.url }, other });
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await Promise.all(hives.map((hive) => hive.stop()));
  await ours.kill("SIGTERM");
}

async function check(gateways: Gateways): Promise<string[]> {
  const token = await ours.token("program-manager");
  const manager: Asker = { name: "program manager", token, language: "en" };
  const sample = await sampleValues(gateways.ours, token);
  const [own, foreign] = sample.partnerIds;
  const partner: Asker = { name: "partner", token: await ours.token("partner", own), language: "en" };
  const askers: Askers = [
    manager,
    { ...manager, name: "program manager who reads German", language: "de" },
    { name: "partner manager", token: await ours.token("partner-manager", own), language: "en" },
    partner,
    { name: "analyst", token: await ours.token("analyst"), language: "en" },
  ];
  const { reads, answers, problems } = await checkReads(gateways, askers, sample);
  console.log(`${reads} reads, ${answers} answers compared: ${problems.length} differ.`);
  const guarded = [
    ...(await checkSchema(gateways, manager)),
    ...(await checkRefusals(gateways)),
    ...(await checkOwnOnly(gateways, partner, { own, foreign })),
    ...(await checkAtOnce(gateways, askers)),
    ...(await checkIdentityProvider(token)),
    ...(await checkOutage(gateways, manager, own)),
  ];
  console.log(
    `The schema, tokens, partners apart, an identity provider, subgraphs that are down: ${guarded.length} problems.`,
  );
  return [...problems, ...guarded];
}

/** In production the tokens of an identity provider are read by its keys, and no others. */
async function checkIdentityProvider(developmentToken: string): Promise<string[]> {
  const provider = await startIdentityProvider();
  const hive = await startHive({ ...ours.env, ...provider.environment, NODE_ENV: "production" });
  hives.push(hive);
  const viewer = { query: "{ viewer { id } }" };
  const known = await askOver(hive, await provider.token("PROGRAM_MANAGER"), viewer);
  const unknown = await askOver(hive, developmentToken, viewer);
  const schema = await askOver(hive, await provider.token("PROGRAM_MANAGER"), { query: "{ __schema { __typename } }" });
  provider.close();
  return [
    ...(known.errors === undefined ? [] : [`The identity provider's token: ${JSON.stringify(known.errors)}`]),
    ...(unknown.status === 401 ? [] : [`A development token in production: ${unknown.status}`]),
    ...(schema.errors === undefined ? ["The schema is shown in production"] : []),
  ];
}

/** Subgraphs that are down or silent null their own fields, with errors that name them and no address. Ends one of them. */
async function checkOutage({ ours: own, other }: Gateways, { token }: Asker, partnerId: string): Promise<string[]> {
  signal("benefits", "SIGKILL");
  signal("metrics", "SIGSTOP");
  const question = { query: readOperation("portal-home").document, variables: { partnerId } };
  const [expected, found] = await Promise.all([askOver(own, token, question), askOver(other, token, question)]);
  signal("metrics", "SIGCONT");
  const said = JSON.stringify(found.errors);
  // Both name the subgraph; whether once or at each of its fields is each router's own.
  const lost = differenceOf({ ...expected, errors: [] }, { ...found, errors: [] });
  return [
    ...(lost === null ? [] : [`Without two subgraphs ${lost}: ${said}`]),
    ...["benefits", "metrics"]
      .filter((service) => !said.includes(`"code":"SUBGRAPH_UNAVAILABLE","service":"${service}"`))
      .map((service) => `${service} is not named: ${said}`),
    ...(/127\.0\.0\.1|localhost|ECONN|:\d{4,5}/.test(said) ? [`An address is shown: ${said}`] : []),
  ];
}

/** Sends a signal to the process of a service. */
function signal(service: string, name: NodeJS.Signals): void {
  const children = ["-P", String(ours.child.pid), "-f", `bundle/${service}.js`];
  const found = execFileSync("pgrep", children, { encoding: "utf8" });
  for (const pid of found.trim().split("\n")) process.kill(Number(pid), name);
}
