import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PartnerListQueryVariables } from "../generated/documents.js";
import { ask, askRaw, graphql, nodesOf, operation } from "../kit/ask.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Whom a partner manager is looking for: by name, by what partners have in common, by who is nearest to the next tier.

const PROGRAM = `
program: lists
version: "1"
currency: USD
tracks: { reseller: {}, integrator: {} }
measures: { revenue: { sum: amount, of: deal.won, window: { rolling: 12 months } } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 100 }, keeps-at: 80% }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: 1000 }, keeps-at: 80% }
governance: { grace: 90 days }
`;

let tiergraph: Tiergraph;
let story: Story;
const ids: Record<string, string> = {};

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
  const { partners } = await story.change("register-partners", {
    partners: [
      ["A-1", "Müller & Söhne AG", "EMEA", "DE", ["reseller"], "2024-05-01"],
      ["B-2", "Northwind Partners", "AMER", "US", ["integrator"], "2025-05-01"],
      ["C-3", "Northern Söhne", "EMEA", "SE", ["reseller", "integrator"], "2026-01-01"],
      ["D-4", "Contoso", "APAC", "JP", [], "2026-02-01"],
      ["E-5", "Muller Group", "AMER", "US", ["reseller"], "2024-05-01"],
    ].map(([code, name, region, country, tracks, joinedOn]) => ({
      code,
      name,
      region,
      country,
      tracks,
      joinedOn,
    })) as never,
  });
  for (const { id, code } of partners) ids[code.charAt(0)] = id;
  await story.settled();
  for (const [partner, amount] of [
    ["A", "1000"],
    ["B", "550"],
    ["C", "190"],
    ["E", "10"],
  ] as const)
    await story.wonDeal(ids[partner] ?? "", { externalId: `deal-${partner}`, on: "2026-05-01", amount });
  await story.settled();
});
afterAll(() => tiergraph.stop());

/** The first letters of the codes of those that are found. */
const found = async (variables: PartnerListQueryVariables, token = story.token): Promise<string> => {
  const { partners } = await ask(tiergraph, token, operation("partner-list"), variables);
  return nodesOf(partners)
    .map(({ code }) => code.charAt(0))
    .join("");
};
const refused = async (variables: object) => {
  const { errors } = await askRaw(tiergraph, story.token, operation("partner-list"), variables);
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  return errors?.[0]?.message;
};

describe("a search", () => {
  test.each([
    ["müller", "EA"],
    ["MULL", "EA"],
    ["nor", "CB"],
    ["part north", "B"],
    ["sohne", "AC"],
    ["söhne & müller", "A"],
    ["oso", ""],
    ["d-4", "D"],
    ["4", "D"],
  ])("for %s finds %s", async (search, partners) => {
    expect(await found({ filter: { search } })).toBe(partners);
  });

  test("finds a partner by its new name, and not by the one before", async () => {
    const { id } = (await story.change("register-partners", { partners: [{ code: "F-6", name: "Before Ltd" }] }))
      .partners[0] ?? { id: "" };
    expect(await found({ filter: { search: "before" } })).toBe("F");
    await story.change("register-partners", { partners: [{ code: "F-6", name: "After Ltd" }] });
    expect(await found({ filter: { search: "before" } })).toBe("");
    expect(await found({ filter: { search: "after" } })).toBe("F");
    expect(await found({ filter: { search: "after" } }, await tiergraph.tokenOf("partner", ids.A ?? ""))).toBe("");
    expect(await found({}, await tiergraph.tokenOf("partner", id))).toBe("F");
  });

  test("may read an index as any viewer", async () => {
    const [functions] = await tiergraph.sql<{ leakproof: boolean }>(
      "select bool_and(proleakproof) as leakproof from pg_proc where proname in ('text_pattern_ge', 'text_pattern_lt')",
    );
    // Under row-level security an index serves only what shows nothing of a row that the viewer may not see.
    expect(functions?.leakproof).toBe(true);
  });
});

describe("a filter", () => {
  test.each<[PartnerListQueryVariables["filter"], string]>([
    [{ tiers: ["silver"] }, "CB"],
    [{ tiers: ["silver", "gold"] }, "ACB"],
    [{ regions: ["EMEA", "APAC"] }, "DAC"],
    [{ countries: ["US"], tracks: ["reseller"] }, "E"],
    [{ tracks: ["integrator"] }, "CB"],
    [{ joined: { from: "2025-05-01", until: "2026-02-01" } }, "CB"],
    [{ joined: { until: "2025-05-01" } }, "EA"],
    [{ codes: ["A-1", "D-4", "Z-9"] }, "DA"],
    [{ codes: [] }, ""],
    [{ search: "nor", regions: ["EMEA"] }, "C"],
  ])("%j finds %s", async (filter, partners) => {
    expect(await found({ filter })).toBe(partners);
  });

  test("names what there is where it names what there is not", async () => {
    expect(await refused({ filter: { tiers: ["gold", "platinm"] } })).toBe(
      "`filter.tiers`: there is no tier `platinm`; lists 1 has `registered`, `silver`, `gold`.",
    );
    expect(await refused({ filter: { tracks: ["resseller"] } })).toBe(
      "`filter.tracks`: there is no track `resseller`; lists 1 has `reseller`, `integrator`.",
    );
    expect(await refused({ filter: { search: " & " } })).toMatch(/`filter.search` must be 1 to 100 characters/);
    expect(await refused({ filter: { search: "x".repeat(101) } })).toMatch(/`filter.search`/);
    expect(await refused({ filter: { codes: Array(101).fill("x") } })).toMatch(/`filter.codes` has 101 values/);
    expect(await refused({ filter: { joined: { from: "2026-01-01", until: "2026-01-01" } } })).toMatch(
      /`filter.joined.until` is the first day after the range/,
    );
  });
});

describe("an order", () => {
  test.each<[NonNullable<PartnerListQueryVariables["orderBy"]>, RegExp]>([
    [{ by: "NAME", direction: "DESC" }, /^BCEAD$|^BCAED$/],
    [{ by: "JOINED", direction: "ASC" }, /^(AE|EA)BCD$/],
    [{ by: "JOINED", direction: "DESC" }, /^DCB(AE|EA)$/],
    [{ by: "TIER", direction: "DESC" }, /^A(BC|CB)(DE|ED)$/],
    [{ by: "TIER", direction: "ASC" }, /^(DE|ED)(BC|CB)A$/],
    // B has 550 of 1,000, C 190, E 10 of 100, D none; A is in the highest tier.
    [{ by: "PROGRESS", direction: "DESC" }, /^BCEDA$/],
    [{ by: "PROGRESS", direction: "ASC" }, /^ADECB$/],
  ])("%j lists them so, a page at a time as well", async (orderBy, partners) => {
    const filter = { codes: ["A-1", "B-2", "C-3", "D-4", "E-5"] };
    const whole = await found({ filter, orderBy });
    expect(whole).toMatch(partners);
    let [paged, after] = ["", null as string | null];
    do {
      const { partners: page } = await ask(tiergraph, story.token, operation("partner-list"), {
        filter,
        orderBy,
        first: 2,
        after,
      });
      paged += nodesOf(page)
        .map(({ code }) => code.charAt(0))
        .join("");
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toBe(whole);
  });

  test("a cursor of one order is none of another", async () => {
    const { partners } = await ask(tiergraph, story.token, operation("partner-list"), { first: 1 });
    const { errors } = await askRaw(tiergraph, story.token, operation("partner-list"), {
      first: 1,
      after: partners.pageInfo.endCursor,
      orderBy: { by: "TIER" },
    });
    expect(errors?.[0]?.extensions.code).toBe("INVALID_CURSOR");
  });
});

test("partners at risk are found, and the others", async () => {
  tiergraph.passDays(1);
  await story.newDay();
  await story.change("void-facts", {
    reason: "It was never paid.",
    facts: [{ kind: "DEAL_WON", partnerId: ids.A ?? "", externalId: "deal-A" }],
  });
  await story.settled();
  expect(await found({ filter: { isAtRisk: true } })).toBe("A");
  expect(await found({ filter: { isAtRisk: false, tiers: ["gold", "silver"] } })).toBe("CB");
  expect(await found({ filter: { isAtRisk: true } }, await tiergraph.tokenOf("partner", ids.A ?? ""))).toBe("A");
  expect(await found({ filter: { isAtRisk: true } }, await tiergraph.tokenOf("partner", ids.B ?? ""))).toBe("");
});

describe("the viewer", () => {
  const asked = async (token: string) => (await ask(tiergraph, token, operation("viewer"))).viewer;

  test("is a partner's own person, with what it may do", async () => {
    await story.change("register-people", {
      people: [{ partnerId: ids.A ?? "", externalId: "ada", name: "Ada", role: "SALES" }],
    });
    const viewer = await asked(await tiergraph.tokenAs("ada", "partner", ids.A ?? ""));
    expect(viewer).toMatchObject({
      role: "PARTNER",
      subject: "ada",
      partner: { id: ids.A, code: "A-1" },
      person: { name: "Ada" },
      canRegisterDeals: true,
      canRedeemRewards: true,
      canEnrollPeople: true,
      canExportData: true,
      canRegisterPartners: false,
      canDecideOverrides: false,
    });
    expect((await asked(await tiergraph.tokenAs("ada", "partner", ids.B ?? ""))).person).toBeNull();
    expect((await asked(await tiergraph.tokenAs("ada", "partner", ids.B ?? ""))).id).not.toBe(viewer.id);
  });

  test("of several partners has none for its own, and lists them", async () => {
    const token = await tiergraph.tokenOf("partner-manager", ids.B ?? "", ids.C ?? "");
    expect(await asked(token)).toMatchObject({ role: "PARTNER_MANAGER", partner: null, person: null });
    const { viewer } = await ask(
      tiergraph,
      token,
      graphql("{ viewer { id partners(orderBy: { by: NAME }) { totalCount nodes { code } } } }"),
    );
    expect(viewer.partners).toEqual({ totalCount: 2, nodes: [{ code: "C-3" }, { code: "B-2" }] });
  });

  test("who only records sees itself, and no partner", async () => {
    const token = await tiergraph.tokenOf("ingest");
    expect(await asked(token)).toMatchObject({ role: "INGEST", partner: null, person: null, canRegisterDeals: false });
  });
});
