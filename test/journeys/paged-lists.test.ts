import { afterAll, beforeAll, expect, test } from "vitest";
import { askText } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Lists of what people decide grow for years: each is read to its end, from either end, a page at a time.

const programOf = (version: string) => `
program: paged
version: "${version}"
currency: USD
measures: { revenue: { sum: amount, of: deal.won, window: { rolling: 12 months } } }
reviews: { pulse: { title: Pulse, every: quarter, questions: { mood: { ask: How is it going?, best: 5 } } } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 100 } }
`;

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  for (const version of ["1", "2", "3", "4"]) await story.publish(programOf(version));
  for (const version of ["5", "6", "7", "8"]) await story.change("save-program-draft", { source: programOf(version) });
  partnerId = await story.partner("listed");
  // Of one day, the last recorded comes first: it corrects the other.
  for (const [notes, heldOn] of [
    ["first", dayFromToday(-2)],
    ["corrected", dayFromToday(-2)],
    ["earlier", dayFromToday(-3)],
    ["later", dayFromToday(-1)],
  ] as const)
    await story.change("record-review", {
      partnerId,
      review: "pulse",
      heldOn,
      notes,
      answers: [{ question: "mood", answer: 4 }],
    });
  for (const reason of ["one", "two", "three", "four"])
    await story.change("request-override", { partnerId, kind: "HOLD", until: dayFromToday(30), reason });
});
afterAll(() => tiergraph.stop());

interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

interface List {
  /** Around the list's own text. */
  readonly within: (list: string) => string;
  /** The field by which its rows are identified here. */
  readonly by: string;
  /** What is found in it, in order. */
  readonly holds: readonly [string, string, string, string];
}

const ofQuery = (list: string) => list;

const ofPartner = (list: string) => `partner(id: "${partnerId}") { ${list} }`;

const LISTS: Readonly<Record<string, List>> = {
  programVersions: { within: ofQuery, by: "version", holds: ["4", "3", "2", "1"] },
  programDrafts: { within: ofQuery, by: "version", holds: ["8", "7", "6", "5"] },
  requestedOverrides: { within: ofQuery, by: "reason", holds: ["one", "two", "three", "four"] },
  reviews: { within: ofPartner, by: "notes", holds: ["later", "corrected", "first", "earlier"] },
  overrides: { within: ofPartner, by: "reason", holds: ["four", "three", "two", "one"] },
};

test.each(Object.entries(LISTS))("%s are read two by two, from either end, and counted", async (name, list) => {
  const { within, by, holds } = list;
  const read = async (args: string): Promise<Page> => {
    const page = `nodes { ${by} } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
    const answer = await askText(tiergraph, story.token, `{ ${within(`${name}(${args}) { ${page} }`)} }`);
    return listIn(answer, name);
  };
  const found = ({ nodes }: Page) => nodes.map((node) => node[by]);
  const first = await read("first: 2");
  const second = await read(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect([found(first), found(second)]).toEqual([holds.slice(0, 2), holds.slice(2)]);
  expect([first.totalCount, second.totalCount]).toEqual([4, 4]);
  expect(first.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });

  const last = await read("last: 2");
  const before = await read(`last: 2, before: "${last.pageInfo.startCursor}"`);
  expect([found(before), found(last)]).toEqual([holds.slice(0, 2), holds.slice(2)]);
  expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  expect(before.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
});

test("lists of several partners are one statement each", async () => {
  await story.partner("another");
  const query =
    "{ partners { nodes { overrides(first: 2) { nodes { reason } } reviews(first: 2) { nodes { notes } } } } }";
  const found = await askText(tiergraph, story.token, query);
  tiergraph.takeStatements();
  expect(await askText(tiergraph, story.token, query)).toEqual(found);
  expect(found).toMatchObject({
    partners: {
      nodes: [
        { overrides: { nodes: [] }, reviews: { nodes: [] } },
        {
          overrides: { nodes: [{ reason: "four" }, { reason: "three" }] },
          reviews: { nodes: [{ notes: "later" }, { notes: "corrected" }] },
        },
      ],
    },
  });
  expect(tiergraph.takeStatements().sort()).toEqual([
    "partners/override.list-of-partners",
    "partners/partner.list",
    "partners/review.list-of-partners",
  ]);
});

/** The list of a name, wherever it stands in an answer of one way down. */
function listIn(answer: Record<string, unknown>, name: string): Page {
  const found = answer[name] ?? listIn(Object.values(answer)[0] as Record<string, unknown>, name);
  return found as Page; // As the query selects it.
}
