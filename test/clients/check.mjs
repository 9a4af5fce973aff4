// Tools and clients of other makers, over the graph as `npm start` serves it: `npm run check:clients`.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@tiergraph/client";
import { PartnerList } from "@tiergraph/client/operations";
import { startProcess } from "../dist/kit/start-process.js";

const here = fileURLToPath(new URL(".", import.meta.url));
if (!existsSync(join(here, "node_modules"))) {
  console.log("Installing the clients …");
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"];
  execFileSync("npm", ["install", ...quiet], { cwd: here, stdio: "inherit" });
}

const { composeByWunderGraph } = await import("./composer.mjs");
composeByWunderGraph();
const { lintGraph } = await import("./lint.mjs");
await lintGraph();
const { checkRelay } = await import("./relay.mjs");
checkRelay();
const server = await startProcess({ mode: "main", env: { SAMPLE: "on" }, readyWithinMs: 120_000 });
try {
  const graph = { url: `${server.url}/graphql`, token: await server.token("program-manager") };
  const { auditHttp } = await import("./audit.mjs");
  await auditHttp(graph);
  const { partners } = await createClient(graph).ask(PartnerList, { first: 1 });
  const partnerId = partners.edges[0].node.id;
  const { checkApollo } = await import("./apollo.mjs");
  await checkApollo({ ...graph, partnerId });
  const { checkUrql } = await import("./urql.mjs");
  await checkUrql({ ...graph, partnerId });
} finally {
  await server.kill("SIGTERM");
}
console.log("The clients agree with the graph.");
