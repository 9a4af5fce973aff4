import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, operation } from "../kit/ask.js";
import { daysAgo, today } from "../kit/days.js";
import type { OperationName } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// A client says by `Accept-Language` in which language it wants sentences: of refusals and errors, of the program, and of
// what the engine says of a partner. Texts of the program are given in several languages or in one.
const PROGRAM = `
program: bilingual
version: "1"
currency: EUR
tracks: { reseller: { title: { en: Reseller, de: Wiederverkäufer } } }
measures:
  revenue:
    title: { en: Won revenue, de: Gewonnener Umsatz }
    sum: amount
    of: deal.won
    net-of: deal.refunded
    window: { rolling: 12 months }
    cap-per-customer: 40000
  deals: { title: { en: Deals in Germany, de: Geschäfte in Deutschland }, count: deal.won, where: { country: [DE, AT] }, window: lifetime }
tiers:
  base: { rank: 0, title: { en: First step, de: Erste Stufe }, why: { en: For everyone., de: Für alle. } }
  gold:
    rank: 1
    title: { en: Gold partner, de: Gold-Partner }
    why: { en: Sells alone., de: Verkauft allein. }
    requires: { measure: revenue, at-least: 100000, why: { en: What one seller closes., de: Was ein Verkäufer schafft. } }
rebates:
  deal-rebate: { title: { en: Deal rebate, de: Rabatt auf Geschäfte }, of: deal.won, rate: { base: 1.5%, gold: 10% }, why: { en: Thanks., de: Danke. } }
benefits:
  support: { title: { en: Support at night, de: Hilfe bei Nacht }, dimension: go-to-market, why: { en: Customers sleep badly., de: Kunden schlafen schlecht. } }
courses:
  basics: { title: { en: First steps, de: Erste Schritte }, modules: { intro: {} }, certifies: { level: foundation, valid: 12 months } }
ledger: { minimum-payout: 1250.50 }
`;

interface Asked {
  readonly language?: string;
  readonly token?: string;
}
interface Told {
  readonly answer: Answer<Record<string, never>>;
  readonly text: string;
  readonly headers: Headers;
}

describe.each([
  ["the services in one process", false],
  ["the services over HTTP", true],
])("%s", (_, overHttp) => {
  let tiergraph: Tiergraph;
  let story: Story;
  let partnerId: string;
  let partner: string;

  beforeAll(async () => {
    tiergraph = await startTiergraph({ overHttp });
    story = await startStory(tiergraph);
    await story.publish(PROGRAM);
    partnerId = await story.partner("acme", ["reseller"], { joinedOn: daysAgo(70) });
    partner = await tiergraph.tokenOf("partner", partnerId);
    await story.place(daysAgo(70));
    await story.settled();
    await story.wonDeal(partnerId, { externalId: "d-1", on: daysAgo(40), amount: "12346.00", customer: "Berg" });
    await story.settled();
    const person = await story.person(partnerId, "kim");
    await story.completes(person, "basics", daysAgo(20));
    await story.settled();
    await story.place(today());
    await story.settled();
  });
  afterAll(() => tiergraph.stop());

  /** Twice: the second time from what is compiled. */
  async function tell(query: string, variables: object, { language, token = partner }: Asked = {}): Promise<Told> {
    const put = () =>
      fetch(`${tiergraph.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${token}`,
          ...(language !== undefined && { "accept-language": language }),
        },
        body: JSON.stringify({ query, variables }),
      });
    await (await put()).text();
    const response = await put();
    const text = await response.text();
    return { text, headers: response.headers, answer: JSON.parse(text) as Told["answer"] };
  }
  const run = (name: OperationName, variables: object, asked?: Asked) =>
    tell(operation(name) as string, variables, asked);
  const refusal = async (language?: string) => {
    const input = { partnerId, amount: "3", idempotencyKey: "k" };
    const { text } = await run("redeem-rewards", input, { language });
    return (JSON.parse(text) as { data: { redeemRewards: { userErrors: unknown[] } } }).data.redeemRewards.userErrors;
  };

  test("the same refusal in English and in German: one code, money as each language writes it", async () => {
    const error = { code: "BELOW_MINIMUM", field: ["input", "amount"] };
    expect(await refusal("en")).toMatchObject([
      { ...error, message: "The program pays out at least 1,250.50 EUR at once." },
    ]);
    expect(await refusal("de-CH, en;q=0.5")).toMatchObject([
      { ...error, message: "Das Programm zahlt mindestens 1.250,50 EUR auf einmal aus." },
    ]);
  });

  test("who takes none of the languages, or names none, is answered in English", async () => {
    for (const language of [undefined, "fr", "de;q=0, fr", "nonsense;;;"])
      expect(await refusal(language)).toMatchObject([{ message: expect.stringMatching(/^The program pays out/) }]);
  });

  test("an answer says its language, and that another client may get another", async () => {
    const { headers } = await run("portal-home", { partnerId }, { language: "de" });
    expect(headers.get("content-language")).toBe("de");
    expect(headers.get("vary")).toContain("accept-language");
    expect((await run("portal-home", { partnerId })).headers.get("content-language")).toBe("en");
  });

  test("what a client keeps in one language does not stand in the other", async () => {
    const query = "{ tiers { title why } }";
    const english = await tell(query, {}, { language: "en" });
    const german = await tell(query, {}, { language: "de" });
    expect(english.text).toContain("First step");
    expect(german.text).toContain('"title":"Erste Stufe","why":"Für alle."');
    const ask = (language: string, tag: string | null) =>
      fetch(`${tiergraph.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: {
          authorization: `Bearer ${partner}`,
          "apollo-require-preflight": "1",
          "accept-language": language,
          "if-none-match": tag ?? "",
        },
      });
    const tag = (await ask("en", null)).headers.get("etag");
    expect(tag).not.toBeNull();
    expect((await ask("en", tag)).status).toBe(304);
    const other = await ask("de", tag);
    expect(other.status).toBe(200);
    expect(await other.text()).toContain("Erste Stufe");
  });

  test("a partner's home in German: why its tier, what is missing and what it earned, with days and money in German", async () => {
    const { text } = await run("portal-home", { partnerId }, { language: "de" });
    const day = new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" });
    expect(text).toContain(
      `Erste Stufe: Gewonnener Umsatz in den 12 Monaten bis ${day.format(new Date(today()))} beträgt 12.346,00 EUR und damit nicht mindestens 100.000,00 EUR, wie Gold-Partner es verlangt.`,
    );
    expect(text).toContain(
      "Summe der Beträge: gewonnene Geschäfte, in den letzten 12 Monaten, abzüglich Erstattungen, ein Kunde zählt mit höchstens 40.000,00 EUR; Beträge in anderen Währungen zählen in EUR zum Kurs ihres Tages.",
    );
    expect(text).toContain(
      `Rabatt auf Geschäfte: 185,19 EUR, das sind 1,5\u00a0% von 12.346,00 EUR, als Erste Stufe am ${day.format(new Date(daysAgo(40)))}.`,
    );
  });

  test.each(["portal-home", "portal-path", "portal-rewards", "portal-people", "portal-deals"] as const)(
    "%s in German holds no sentence that is in the English one",
    async (name) => {
      const sentences = async (language: string) => {
        const { answer } = await run(name, { partnerId }, { language });
        expect(answer.errors).toBeUndefined();
        return sentencesIn(answer.data);
      };
      const [english, german] = [await sentences("en"), await sentences("de")];
      expect(german.length > 0).toBe(english.length > 0);
      const names = ["Person kim"];
      expect(english.filter((one) => german.includes(one) && !names.includes(one))).toEqual([]);
    },
  );

  test("what leads up, step by step, in each language", async () => {
    const inWords = async (language: string) =>
      /"inWords":"([^"]*)"/.exec((await run("portal-path", { partnerId }, { language })).text)?.[1];
    expect(await inWords("en")).toBe(
      "87,654.00 EUR more of Won revenue, of which one customer counts for at most 40,000.00 EUR",
    );
    expect(await inWords("de")).toBe(
      "87.654,00 EUR mehr bei Gewonnener Umsatz; ein Kunde zählt mit höchstens 40.000,00 EUR",
    );
  });

  test("an error of the graph in the language of who asks; what is for developers stays English", async () => {
    const batches = "{ payoutBatches(first: 1) { totalCount } }";
    expect((await tell(batches, {}, { language: "de" })).answer.errors).toMatchObject([
      { message: "Ihre Rolle darf das nicht.", extensions: { code: "FORBIDDEN" } },
    ]);
    expect((await tell(batches, {}, { language: "en" })).answer.errors).toMatchObject([
      { message: "Your role may not pay out." },
    ]);
    expect((await tell("{ nothing }", {}, { language: "de" })).answer.errors?.[0]?.message).toMatch(
      /Cannot query field/,
    );
    const stranger = await tell("{ viewer { role } }", {}, { language: "de", token: "none" });
    expect(stranger.answer.errors).toMatchObject([{ message: "Ein gültiges Token ist nötig." }]);
    expect(stranger.headers.get("content-language")).toBe("de");
  });

  test("what was decided, posted and published is the same text in the database in any reader's language", async () => {
    const kept = () =>
      tiergraph.sql(
        "select (select array_agg(body order by sequence) from partners.decision) as bodies, (select array_agg(explanation order by sequence) from benefits.ledger_transaction) as explanations",
      );
    const before = await kept();
    for (const name of ["portal-home", "why-this-tier", "partner-ledger"] as const)
      await run(name, { partnerId }, { language: "de" });
    expect(await kept()).toEqual(before);
    const { text } = await run("verify-decisions", { partnerId }, { language: "de", token: story.token });
    expect(text).toContain('"faults":[]');
  });
});

/** Texts of more than a word: names, days and codes of a program are one. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === "string") return /\S\s\S/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(sentencesIn);
}
