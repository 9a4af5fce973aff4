import { afterAll, beforeAll, expect, test } from "vitest";
import { operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";

const METRICS_TOKEN = "a token that only the scraper has";
let tiergraph: Tiergraph;
beforeAll(async () => {
  tiergraph = await startTiergraph({ env: { METRICS_TOKEN, PUBLIC_URL: "https://graph.example" } });
});
afterAll(() => tiergraph.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${tiergraph.url}${path}`, { headers });

test("metrics are read with their token, and with no other", async () => {
  const client = await tiergraph.tokenOf("program-manager");
  for (const wrong of ["", "Bearer ", `Bearer ${client}`, METRICS_TOKEN, `Bearer ${METRICS_TOKEN}.`]) {
    const refused = await get("/metrics", wrong === "" ? {} : { authorization: wrong });
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await refused.text()).toBe("Metrics are read with the token of METRICS_TOKEN.\n");
  }
  const read = await get("/metrics", { authorization: `Bearer ${METRICS_TOKEN}` });
  expect(read.status).toBe(200);
  const text = await read.text();
  expect(text).toContain('tiergraph_ready{part="process"} 1');
  expect(text).toContain('tiergraph_ready{part="tokenKeys"} 1');
  expect(text).toContain("tiergraph_token_key_reads_total");
  await fetch(`${tiergraph.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${client}` },
    body: JSON.stringify({ query: operation("viewer") }),
  });
  expect(await (await get("/metrics", { authorization: `Bearer ${METRICS_TOKEN}` })).text()).toContain(
    'tiergraph_requests_total{operation="Viewer",role="PROGRAM_MANAGER",outcome="answered"} 1',
  );
});

test.each(["/", "/graphql", "/healthz", "/readyz", "/metrics", "/events", "/nowhere", "/playground/config.json"])(
  "what is answered at %s is taken for what it says that it is, and by https only",
  async (path) => {
    const { headers } = await get(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  },
);
