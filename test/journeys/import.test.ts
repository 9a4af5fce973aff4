import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { describe, expect, test } from "vitest";
import { ask, graphql } from "../kit/ask.js";
import { startImport } from "../kit/run-import.js";
import { importing, measured, runImports, running, token, written } from "./import-fixture.js";

runImports();

describe("an export with another layout", () => {
  // Semicolons, Windows-1252, two lines of title, days as 31.12.2025, amounts as 1.234,50 €, no id of its own.
  const OPPORTUNITIES = Buffer.from(
    [
      "Auftragsbericht;;;;;;",
      "Stand 01.02.2026;;;;;;",
      "Rechnung;Pos;Händler;Status;Abschluss;Wert;Kunde;Anteil",
      "R-1;1;Müller & Söhne;Gewonnen;13.01.2026;6.000,00 €;Bäcker AG;60 %",
      "R-1;2;Müller & Söhne;Gewonnen;14.01.2026;4.500,50 €;Bäcker AG;n/a",
      "R-2;1;Müller & Söhne;Verloren;15.01.2026;n/a;Schmidt;n/a",
      "R-3;1;Müller & Söhne;Storno;16.01.2026;500,50 €;Bäcker AG;n/a",
      "R-4;1;Müller & Söhne;Entwurf;17.01.2026;99,00 €;Bäcker AG;n/a",
      "R-5;1;Müller & Söhne;Gewonnen;17.01.2026;neunzig;Bäcker AG;n/a",
      "",
    ]
      .join("\r\n")
      .replaceAll("€", "\u0080"),
    "latin1",
  );
  const MAP = `
fields:
  externalId: { columns: [Rechnung, Pos], join: "/" }
  partner: Händler
  stage: { column: Status, values: { Gewonnen: won, Verloren: lost, Storno: refunded } }
  closedOn: Abschluss
  amount: Wert
  customer: Kunde
  creditShare: Anteil
  creditRole: { column: Anteil, otherwise: sourced }
lines:
  skip: { Status: Entwurf }
format: { skip-lines: 2, empty: [n/a] }
`;
  let file: string;

  test("a dry run says what would become of each line, and keeps nothing", async () => {
    file = written("opportunities.csv", OPPORTUNITIES);
    await importing("rates", written("rates.csv", "date,usd\n2026-01-01,1\n"), "from=x,to=x,on=date,rate=usd");
    const { counts, complaint, exitCode } = await importing("deals", file, MAP, "--dry-run");
    expect(complaint).toContain("Read as CSV by ; in windows-1252");
    expect(complaint).toContain("closedOn as DD.MM.YYYY, amount as 1.234,56");
    expect(counts).toMatchObject({ "lines read": 6, "lines passed over": 1, "partners added": 1 });
    // The euros need a rate, which nobody recorded yet.
    expect(counts).toMatchObject({ "facts recorded": 1, "lines refused": 4 });
    expect(exitCode).toBe(1);
    expect(await measured("Müller & Söhne")).toEqual({});
  });

  test("with the rates of its days it arrives, converted, credited and by its own words", async () => {
    const rates = written("rates.jsonl", '{"day":{"of":"2026-01-01"},"base":"EUR","quote":"USD","value":1.25}\n');
    expect((await importing("rates", rates, "from=base,to=quote,on=day.of,rate=value")).counts).toMatchObject({
      "rates recorded": 1,
      "lines refused": 0,
    });
    const { counts, refused } = await importing("deals", file, MAP);
    expect(counts).toMatchObject({ "facts recorded": 4, "lines refused": 1, "lines passed over": 1 });
    expect(refused).toMatch(/\n9;R-5\/1;NUMBER_INVALID;amount;/);
    // (6,000.00 × 60% + 4,500.50 − 500.50) × 1.25
    expect(await measured("Müller & Söhne")).toMatchObject({ revenue: "9500", sourced: "4500" });
    const again = await importing("deals", file, MAP);
    expect(again.counts).toMatchObject({ "facts recorded": 0, "facts unchanged": 4 });
  });

  test("days that read in two ways are not guessed", async () => {
    const ambiguous = written("ambiguous.csv", "id,who,when\n1,Ada,03/04/2025\n2,Ada,05/06/2025\n");
    const map = "externalId=id,partner=who,openedOn=when";
    const guessed = await importing("deals", ambiguous, `${map},stage=who`);
    expect(guessed.exitCode).toBe(2);
    expect(guessed.complaint).toContain(
      'openedOn: "03/04/2025" is 2025-04-03 if it is DD/MM/YYYY, 2025-03-04 if it is MM/DD/YYYY',
    );
    const said = written("said.map.yaml", "fields:\n  stage: { constant: open }\n");
    const decided = await importing("deals", ambiguous, map, "--map", said, "--days", "MM/DD/YYYY");
    expect(decided.counts).toMatchObject({ "facts recorded": 2, "lines refused": 0 });
  });
});

describe("files of every kind", () => {
  const partner = "Kinds";
  const imports: [string, string, string, Record<string, string>][] = [
    [
      "partners",
      "code,since,country\nKinds,2020-05-01,SE\n",
      "code=code,joinedOn=since,country=country",
      { "partners added": "1" },
    ],
    [
      "subscriptions",
      "sub,acct,start,end,mrr,seats\ns1,Acme,2025-01-10,2025-11-30,100.50,5\ns2,Bolt,2025-02-10,,200,9\n",
      "\nfields: { externalId: sub, partner: { constant: Kinds }, change: { constant: new }, on: start, amount: mrr, quantity: seats, customer: acct }\n",
      { "facts recorded": "2" },
    ],
    [
      "subscriptions",
      "sub,acct,start,end,mrr,seats\ns1,Acme,2025-01-10,2025-11-30,100.50,5\ns2,Bolt,2025-02-10,,200,9\n",
      "\nfields: { externalId: sub, partner: { constant: Kinds }, change: { constant: churn }, on: end, amount: mrr, customer: acct }\nlines: { skip: { end: '' } }\n",
      { "facts recorded": "1", "lines passed over": "1" },
    ],
    [
      "customers",
      "key,who,name,day,left,score\nc1,Kinds,Acme,2025-01-10,2025-11-30,\nc2,Kinds,Bolt,2025-02-10,,\n",
      "externalId=key,partner=who,customer=name,on=day,until=left",
      { "facts recorded": "2" },
    ],
    [
      "customers",
      "key,who,name,day,score\nn1,Kinds,Acme,2025-06-10,9\nn2,Kinds,Bolt,2025-06-11,6\n",
      "\nfields: { externalId: key, partner: who, customer: name, on: day, quantity: score, event: { constant: nps } }\n",
      { "facts recorded": "2" },
    ],
    [
      "leads",
      "lead,who,state,day,made\nl1,Kinds,Created,2025-03-01,\nl2,Kinds,Converted,2025-03-09,2025-03-01\n",
      "externalId=lead,partner=who,event=state,on=day,openedOn=made",
      { "facts recorded": "2" },
    ],
    [
      "integrations",
      "i,who,what,day\ni1,Kinds,launched,2025-03-01\n",
      "externalId=i,partner=who,event=what,on=day",
      { "facts recorded": "1" },
    ],
    ["activities", "a,who,day\na1,Kinds,2025-03-01\n", "externalId=a,partner=who,on=day", { "facts recorded": "1" }],
    [
      "seats",
      "a,who,day,n\nt1,Kinds,2025-03-01,12\nt2,Kinds,2025-04-01,-2\n",
      "externalId=a,partner=who,on=day,quantity=n",
      { "facts recorded": "2" },
    ],
    [
      "indicators",
      "a,who,day,n\nr1,Kinds,2025-03-01,7\n",
      "externalId=a,partner=who,on=day,quantity=n",
      { "facts recorded": "1" },
    ],
    [
      "facts",
      "a,kind,who,day,n,level,given\nw1,workshop.held,Kinds,2025-03-01,3,expert,01/03/2025\n",
      "\nfields: { externalId: a, kind: kind, partner: who, on: day, quantity: n }\nattributes: { level: level, given: { column: given, day: DD/MM/YYYY } }\n",
      { "facts recorded": "1" },
    ],
    [
      "people",
      "uid,firm,name,job\nu1,Kinds,Ann,Sales\nu2,Kinds,Ben,engineering\n",
      "externalId=uid,partner=firm,name=name,role=job",
      { "people added": "2" },
    ],
    [
      "completions",
      "uid,firm,course,passed\nu1,Kinds,basics,2026-01-05\nu3,Kinds,basics,2026-01-06\n",
      "person=uid,partner=firm,course=course,completedOn=passed",
      { "people added": "1", "completions recorded": "2" },
    ],
  ];

  test.each(imports.map((one, i) => [`${one[0]} (${i})`, ...one] as const))(
    "%s arrive, and arrive once",
    async (_name, kind, content, map, expected) => {
      const file = written(`${kind}.csv`, content);
      const first = await importing(kind, file, map);
      const numbers = Object.fromEntries(Object.entries(expected).map(([label, count]) => [label, Number(count)]));
      expect(first.counts, first.refused ?? "").toMatchObject({ ...numbers, "lines refused": 0 });
      const again = await importing(kind, file, map);
      const news = Object.entries(again.counts).filter(([label]) => /(added|recorded|updated|changed)$/.test(label));
      expect(Object.fromEntries(news.filter(([label]) => !label.endsWith("unchanged")))).toEqual(
        Object.fromEntries(news.filter(([label]) => !label.endsWith("unchanged")).map(([label]) => [label, 0])),
      );
    },
    30_000,
  );

  test("and are measured", async () => {
    await expect
      .poll(() => measured(partner))
      .toMatchObject({
        gained: "300.5",
        churned: "100.5",
        active: "1",
        nps: "7.5",
        leads: "1",
        launches: "1",
        activities: "1",
        seats: "10",
        reach: "7",
        workshops: "3",
        certified: "2",
      });
  });

  test("a person whose name a later file leaves out keeps it", async () => {
    const query = graphql(
      `query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { people { nodes { externalId name } } } } }`,
    );
    const { partners } = await ask(running, token, query, {
      code: partner,
    });
    expect(partners.nodes[0]?.people.nodes).toEqual([
      { externalId: "u1", name: "Ann" },
      { externalId: "u2", name: "Ben" },
      { externalId: "u3", name: "u3" },
    ]);
  });
});

test("an import that was killed goes on where it was", async () => {
  const lines = Array.from(
    { length: 6_000 },
    (_, i) => `k${i},Killed,${i % 500 === 7 ? "perhaps" : "lost"},2025-05-05`,
  );
  const file = written("killed.csv", `id,who,stage,day\n${lines.join("\n")}\n`);
  const map = ["--map", "externalId=id,partner=who,stage=stage,closedOn=day"];
  const checkpoint = path.join(running.directory, "refused.csv.resume.json");
  const interrupted = startImport(running, ["deals", file, ...map, "--batch", "50"]);
  await expect.poll(() => fs.existsSync(checkpoint), { interval: 5 }).toBe(true);
  interrupted.child.kill("SIGKILL");
  await interrupted.result;
  const { lastLine } = JSON.parse(fs.readFileSync(checkpoint, "utf8")) as { lastLine: number };
  expect(lastLine).toBeLessThan(6_001);

  const other = written("other.csv", "id,who,stage,day\no1,Killed,lost,2025-05-05\n");
  const strange = await startImport(running, ["deals", other, ...map, "--resume"]).result;
  expect(strange).toMatchObject({ exitCode: 2, complaint: expect.stringContaining("the file changed") });

  const resumed = await startImport(running, ["deals", file, ...map, "--resume"]).result;
  expect(resumed.complaint).toContain(`Resumes after line ${lastLine}.`);
  const { counts } = resumed;
  expect(counts).toMatchObject({ "lines read": 6_000, "lines refused": 12 });
  // The batch that was under way when it was killed may have arrived.
  expect((counts["facts recorded"] ?? 0) + (counts["facts unchanged"] ?? 0)).toBe(5_988);
  expect(counts["facts unchanged"]).toBeLessThanOrEqual(50);
  const refusedLines = (resumed.refused ?? "").trim().split("\n").slice(1);
  expect(refusedLines.map((line) => Number(line.split(",")[0]))).toEqual(
    Array.from({ length: 12 }, (_, i) => i * 500 + 9),
  );
  expect(fs.existsSync(checkpoint)).toBe(false);
});

test("a mapping is suggested from a file, and imports it", async () => {
  const file = written(
    "suggest.csv",
    "Opportunity ID;Partner Account;Deal Stage;Close Date;Amount;Account Name;Industry\nG1;Sugg;Closed Won;1/31/2026;1,200.00;Acme;Retail\nG2;Sugg;Closed Lost;2/20/2026;N/A;Bolt;Food\n",
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, "gateway/cli/dist/commands/import.js"), "deals", file, "--suggest"],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  expect(stdout).toContain("Closed Won: won");
  expect(stdout).toContain('#  industry: "Industry"');
  const map = written("suggested.map.yaml", stdout);
  const { counts, refused, complaint } = await importing("deals", file, map);
  expect(counts, `${complaint}${refused}`).toMatchObject({ "facts recorded": 2, "lines refused": 0 });
  await expect.poll(() => measured("Sugg")).toMatchObject({ revenue: "1200" });
});
