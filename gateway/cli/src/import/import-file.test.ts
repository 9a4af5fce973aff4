import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import {
  openScriptedGraph,
  partnerUnknown,
  type ReceivedRequest,
  type ScriptedGraph,
  takesAll,
} from "./fixtures/scripted-graph.js";
import { type ImportRequest, importFile } from "./import-file.js";
import { reportOutcome } from "./report-outcome.js";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function aGraph(...script: Parameters<typeof openScriptedGraph>): Promise<ScriptedGraph> {
  const graph = await openScriptedGraph(...script);
  cleanups.push(graph.close);
  return graph;
}

/** Pauses cost no time here, but the clock goes on by them. */
function imaginaryTime() {
  let now = 0;
  const pauses: number[] = [];
  const pause = async (ms: number) => {
    pauses.push(ms);
    now += ms;
  };
  return { pauses, time: { now: () => now, pause, isStopped: () => false } };
}

const MAP = "externalId=id,partner=agent,stage=stage,closedOn=closed,amount=value";

async function importing(content: string, url: string, changes: Partial<ImportRequest> = {}) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "import-"));
  cleanups.push(() => fs.rmSync(directory, { recursive: true }));
  const refused = path.join(directory, "refused.csv");
  const imported = path.join(directory, "deals.csv");
  fs.writeFileSync(imported, content);
  fs.writeFileSync(refused, "refused_line,of an earlier run\n");
  const request: ImportRequest = {
    kind: "deals",
    maps: [MAP],
    lookupFiles: new Map(),
    directory,
    imported,
    refused,
    url,
    token: "secret",
    batchSize: 500,
    format: {},
    isDryRun: false,
    isResumed: false,
    ...changes,
  };
  const { time, pauses } = imaginaryTime();
  const openProgress = () => ({ at: () => undefined, note: () => undefined, stop: () => undefined });
  const printed = reportOutcome(await importFile(request, { time, openProgress }), request);
  return { ...printed, pauses, refused: fs.existsSync(refused) ? fs.readFileSync(refused, "utf8") : null };
}

const deals = (...rows: string[]) => ["id,agent,stage,closed,value", ...rows, ""].join("\n");
const externalIdsOf = ({ variables }: ReceivedRequest) => variables.facts?.map(({ externalId }) => externalId);

test("every line is taken or refused with its reason, and the original cells stand beside it", async () => {
  const graph = await aGraph(
    takesAll(({ externalId }) =>
      externalId === "D4"
        ? { outcome: "REFUSED", code: "CONTENT_DIFFERS", field: "occurredOn", message: "Differs." }
        : {},
    ),
  );
  const content = deals(
    "D1,Ada,won,2017-03-01,5",
    "D2,Ada,won,soon,5",
    '=D3,"",won,"x\ny",5',
    "D4,Ada,won,2017-03-01,7",
    "D5,Ada",
  );
  const imported = await importing(content, graph.url);
  expect(imported.exitCode).toBe(1);
  expect(imported.stdout).toEqual([
    "lines read: 5",
    "partners added: 1",
    "facts recorded: 1",
    "facts updated: 0",
    "facts unchanged: 0",
    "facts waiting: 0",
    expect.stringMatching(/^lines refused: 4 \(.*refused\.csv\)$/),
  ]);
  expect(imported.refused?.split("\n")).toEqual([
    "refused_line,refused_id,refused_code,refused_field,refused_message,id,agent,stage,closed,value",
    '3,D2,DATE_INVALID,closedOn,"""soon"" is no date. Expected is YYYY-MM-DD, for example 2017-03-01.",D2,Ada,won,soon,5',
    '4,=D3,PARTNER_MISSING,partner,The line names no partner.,=D3,,won,"x',
    'y",5',
    "6,D4,CONTENT_DIFFERS,closedOn,Differs.,D4,Ada,won,2017-03-01,7",
    '7,,FIELDS_TOO_FEW,,"The line has 2 fields, the header has 5.",D5,Ada',
    "",
  ]);
});

test("a corrected file of refused lines is imported again, and its old reasons are dropped", async () => {
  const graph = await aGraph(takesAll());
  const header = "refused_line;refused_id;refused_code;refused_field;refused_message;id;agent;stage;closed;value";
  const imported = await importing(
    `${header}\n3;D2;DATE_INVALID;;;D2;Ada;won;soon;5\n4;D3;;;;D3;Ada;won;2017-03-01;5\n`,
    graph.url,
  );
  expect(imported.refused?.split("\n").slice(0, 2)).toEqual([
    header,
    expect.stringMatching(/^2;D2;DATE_INVALID;closedOn;.*;D2;Ada;won;soon;5$/),
  ]);
});

test("no refused file is left of an earlier run when all lines are taken", async () => {
  const graph = await aGraph(takesAll());
  const imported = await importing(deals("D1,Ada,won,2017-03-01,5"), graph.url);
  expect(imported).toMatchObject({ exitCode: 0, refused: null, stderr: [] });
});

test("facts that count for a later day, since their period had closed, are counted and explained", async () => {
  const graph = await aGraph(takesAll(({ externalId }) => (externalId === "D1" ? { notice: "It counts later." } : {})));
  const imported = await importing(deals("D1,Ada,won,2017-03-01,5", "D2,Ada,won,2017-03-01,5"), graph.url);
  expect(imported.stdout).toContain("facts of closed periods: 1");
  expect(imported.stderr.join()).toContain("Facts of closed periods count for the day on which they came");
});

test("a partner is registered once in a run, and its facts are sent again until it is known", async () => {
  const graph = await aGraph(
    takesAll(({ partnerId }, count) => (partnerId === "id of Bob" && count < 4 ? partnerUnknown : {})),
  );
  const imported = await importing(deals("D1,Ada,open,,", "D2,Bob,open,,", "D3,Bob,open,,"), graph.url, {
    batchSize: 2,
  });
  expect(imported).toMatchObject({ exitCode: 0, pauses: [50, 100] });
  expect(graph.asked.map((asked) => externalIdsOf(asked) ?? asked.variables.partners?.map(({ code }) => code))).toEqual(
    [["Ada", "Bob"], ["D1", "D2"], ["D2"], ["D2"], ["D3"]],
  );
});

test("a partner that does not become known is waited for once, for about 15 s", async () => {
  const graph = await aGraph(takesAll(() => partnerUnknown));
  const imported = await importing(deals("D1,Ada,open,,", "D2,Ada,open,,"), graph.url, { batchSize: 1 });
  expect(imported.exitCode).toBe(1);
  expect(imported.refused).toMatch(/\n2,D1,PARTNER_UNKNOWN,partner,.*\n3,D2,PARTNER_UNKNOWN,partner,/);
  const waitedMs = imported.pauses.reduce((sum, ms) => sum + ms, 0);
  expect(waitedMs).toBeGreaterThan(12_000);
  expect(waitedMs).toBeLessThanOrEqual(15_000);
});

test("while a partner may be unknown, no line overtakes an earlier one of the same id", async () => {
  const graph = await aGraph(
    takesAll(({ partnerId }, count) => (partnerId === "id of Bob" && count < 3 ? partnerUnknown : {})),
  );
  await importing(deals("D1,Bob,open,,", "D2,Ada,open,,", "D1,Ada,open,,", "D3,Ada,open,,"), graph.url);
  expect(graph.asked.slice(1).map(externalIdsOf)).toEqual([["D1", "D2"], ["D1"], ["D1", "D3"]]);
});

test("a partner that the graph refuses takes its own lines out, not those of others", async () => {
  const all = takesAll();
  const graph = await aGraph((asked, count) => {
    const index = asked.variables.partners?.findIndex(({ code }) => code === "Bad") ?? -1;
    if (index === -1) return all(asked, count);
    const userErrors = [
      { code: "TEXT_INVALID", field: ["input", "partners", String(index), "code"], message: "Too long." },
    ];
    return { data: { registerPartners: { partners: [], added: 0, changed: 0, userErrors } } };
  });
  const imported = await importing(deals("D1,Ada,open,,", "D2,Bad,open,,", "D3,Bob,open,,"), graph.url);
  expect(imported.stdout).toEqual(expect.arrayContaining(["partners added: 2", "facts recorded: 2"]));
  expect(imported.refused).toContain("\n3,D2,TEXT_INVALID,partner,Too long.,D2,Bad,open,,\n");
});

test("a request that is lost is sent again", async () => {
  const all = takesAll();
  const graph = await aGraph((asked, count) =>
    count === 2 ? "hang up" : count === 3 ? { status: 503 } : all(asked, count),
  );
  const imported = await importing(deals("D1,Ada,open,,"), graph.url);
  expect(imported).toMatchObject({ exitCode: 0, pauses: [250, 500] });
  expect(graph.asked).toHaveLength(4);
});

test("a graph that stays away ends the import after 30 s, with how far it came", async () => {
  const all = takesAll();
  const graph = await aGraph((asked, count) => (count > 2 ? { status: 502 } : all(asked, count)));
  const imported = await importing(deals("D1,Ada,open,,", "D2,Ada,open,,"), graph.url, { batchSize: 1 });
  expect(imported.exitCode).toBe(3);
  expect(imported.stderr).toEqual([
    expect.stringMatching(/http:.*does not answer \(HTTP 502\).*All up to line 2 is settled; the same command/),
  ]);
  expect(imported.stdout).toContain("facts recorded: 1");
  expect(imported.pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30_000);
});

test("a token that is not accepted is reported at once, and the token is not", async () => {
  const graph = await aGraph(() => ({ status: 401 }));
  const imported = await importing(deals("D1,Ada,open,,"), graph.url);
  expect(imported).toMatchObject({ exitCode: 3, pauses: [], stderr: [expect.stringContaining("TIERGRAPH_TOKEN")] });
  expect(imported.stderr.join()).not.toContain("secret");
  expect(imported.refused, "what an earlier run refused is kept while nothing was sent").toContain("of an earlier run");
});

test("nothing is sent when the header, the mapping or the place for refused lines is wrong", async () => {
  const graph = await aGraph(takesAll());
  const file = path.join(os.tmpdir(), `${crypto.randomUUID()}.csv`);
  fs.writeFileSync(file, "a,b\n");
  cleanups.push(() => fs.rmSync(file));
  const imported = await Promise.all([
    importing("id,agent\n1,2\n", graph.url),
    importing("", graph.url),
    importing(deals(), graph.url, { maps: ["stage=s"] }),
    importing(deals(), graph.url, { imported: "/nowhere/deals.csv" }),
    importing(deals(), graph.url, { refused: file }),
    importing(deals(), graph.url, { imported: file, refused: file, maps: ["externalId=a,partner=b,stage=b"] }),
    importing(deals(), graph.url, { lookupFiles: new Map([["teams", "teams.csv"]]) }),
  ]);
  expect(imported.map(({ exitCode }) => exitCode)).toEqual(imported.map(() => 2));
  expect(imported.map(({ stderr }) => stderr.join("\n"))).toEqual([
    expect.stringContaining("no column stage, closed, value. Its columns are id, agent."),
    expect.stringContaining("is empty"),
    expect.stringContaining("No column is mapped to externalId"),
    expect.stringContaining("cannot be read"),
    expect.stringContaining("holds no refused lines"),
    expect.stringContaining("is the file to import"),
    expect.stringContaining("has no such lookup"),
  ]);
  expect(graph.asked).toEqual([]);
});

test("a lookup is found beside the mapping or the file, or where it is said to be", async () => {
  const graph = await aGraph(takesAll());
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "lookup-"));
  cleanups.push(() => fs.rmSync(directory, { recursive: true }));
  const map = path.join(directory, "deals.map.yaml");
  fs.writeFileSync(
    map,
    "fields: { partnerRegion: { column: agent, lookup: teams, take: office } }\nlookups: { teams: { file: teams.csv, match: who } }",
  );
  const request = { maps: [MAP, map] };
  const absent = await importing(deals("D1,Ada,open,,"), graph.url, request);
  expect(absent).toMatchObject({ exitCode: 2, stderr: [expect.stringContaining(path.join(directory, "teams.csv"))] });
  fs.writeFileSync(path.join(directory, "teams.csv"), "who;office\nAda;West\n");
  fs.writeFileSync(path.join(directory, "other.csv"), "who,office\nAda,East\nAda,West\n");
  await importing(deals("D1,Ada,open,,"), graph.url, request);
  expect(graph.asked[0]?.variables.partners).toEqual([{ code: "Ada", name: null, region: "West", country: null }]);
  const lookupFiles = new Map([["teams", path.join(directory, "other.csv")]]);
  const torn = await importing(deals("D1,Ada,open,,"), graph.url, { ...request, lookupFiles });
  expect(torn).toMatchObject({ exitCode: 2, stderr: [expect.stringContaining("line 3: who Ada stood before")] });
});

test("partners are imported by their code, a repeated one is refused", async () => {
  const graph = await aGraph(takesAll());
  const imported = await importing("code,name,tracks\nA,Ada,resell|build\nB,Bob,\nA,Eve,\n", graph.url, {
    kind: "partners",
    maps: ["code=code,name=name,tracks=tracks"],
  });
  expect(imported.exitCode).toBe(1);
  expect(imported.stdout.slice(0, 4)).toEqual([
    "lines read: 3",
    "partners added: 2",
    "partners changed: 0",
    "partners unchanged: 0",
  ]);
  expect(imported.refused).toContain("\n4,A,DUPLICATE_CODE,code,The code stands on line 2 already.,A,Eve,\n");
  expect(graph.asked[0]?.variables.partners?.[0]).toMatchObject({ code: "A", tracks: ["resell", "build"] });
});
