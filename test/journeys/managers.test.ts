import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { MANAGER } from "./enablement-variables.js";

let tiergraph: Tiergraph;
let story: Story;

// Everyone of the first tier is promised a success manager, so that nobody needs to earn one here.
const PROGRAM = example("northwind-partners").replace(
  "benefits: { sandbox: { quantity: 1 }, directory-listing: {} }",
  "benefits: { sandbox: { quantity: 1 }, success-manager: {}, directory-listing: {} }",
);

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

const managersOf = async (partnerId: string, token = story.token) =>
  (await ask(tiergraph, token, operation("partner-managers"), { partnerId })).partner.managers;
const nameFor = async (partnerId: string) => (await managersOf(partnerId))[0]?.name;
const loads = async (): Promise<Record<string, number>> => {
  const { vendorManagers } = await ask(tiergraph, story.token, operation("vendor-managers"));
  return Object.fromEntries(vendorManagers.map(({ code, load }) => [code, load]));
};
const register = (more: object) => story.change("register-manager", { input: { ...MANAGER, ...more } });
const aPartner = async (code: string, region: string) => {
  const id = await story.partner(code, ["reseller"], { region });
  await story.settled();
  return id;
};

test("a partner that is promised somebody waits until there is one with room, and gets the one who has least", async () => {
  const first = await aPartner("first", "EMEA");
  expect(await managersOf(first)).toMatchObject([{ role: "SUCCESS_MANAGER", name: null }]);
  await register({ code: "ada", name: "Ada", regions: ["EMEA"], capacity: 2 });
  expect(await nameFor(first)).toBe("Ada");
  await register({ code: "grace", name: "Grace", regions: ["EMEA"], capacity: 2 });
  await register({ code: "linus", name: "Linus", regions: ["APAC"] });
  const others = [await aPartner("second", "EMEA"), await aPartner("third", "EMEA"), await aPartner("far", "APAC")];
  expect(await Promise.all(others.map(nameFor))).toEqual(["Grace", "Ada", "Linus"]);
  expect(await loads()).toEqual({ ada: 2, grace: 1, linus: 1 });
});

test("who is away keeps its partners, and says who stands in; nobody new is given to it", async () => {
  await register({ code: "ada", name: "Ada", regions: ["AMER"], capacity: 50 });
  await register({ code: "ken", name: "Ken", regions: ["AMER"], capacity: 2 });
  const held = await aPartner("held", "AMER");
  expect(await nameFor(held)).toBe("Ada");
  await story.change("record-absence", { code: "ada", from: dayFromToday(0), until: dayFromToday(5), standIn: "ken" });
  expect(await managersOf(held)).toMatchObject([{ name: "Ada", awayUntil: dayFromToday(5), standInName: "Ken" }]);
  expect(await nameFor(await aPartner("new", "AMER"))).toBe("Ken");
  tiergraph.passDays(6);
  expect(await managersOf(held)).toMatchObject([{ name: "Ada", awayUntil: null, standInName: null }]);
  tiergraph.passDays(-6);
});

test("who leaves hands its partners over, each change with its reason", async () => {
  await register({ code: "old", name: "Old", regions: ["LATAM"] });
  const partnerId = await aPartner("stays", "LATAM");
  expect(await nameFor(partnerId)).toBe("Old");
  await register({ code: "next", name: "Next", regions: ["LATAM"] });
  await story.change("hand-over-partners", { from: "old", to: "next", reason: "Another job." });
  expect(await nameFor(partnerId)).toBe("Next");
  // Without a name, by tier, region and load; nobody is left here, so that it waits again.
  await story.change("hand-over-partners", { from: "next", reason: "Parental leave." });
  expect(await nameFor(partnerId)).toBeNull();
  const changes = await tiergraph.sql<{ because: string }>(
    "select because from enablement.assignment_change where partner_id = $1 order by change_id",
    [partnerId],
  );
  // It was given its first when its tier and its region were known, in whichever order they arrived.
  const reasons = changes.map(({ because }) => because);
  expect(reasons.slice(-2)).toEqual(["Another job.", "Parental leave."]);
  expect(["Its tier changed.", "It was registered or changed."]).toContain(reasons.at(-3));
});

test("who is named gets those whom it looks after, by hand or handed over; the others go by the rules", async () => {
  await register({ code: "from", name: "From", regions: ["NORTH", "SOUTH"] });
  const [north, south] = [await aPartner("north", "NORTH"), await aPartner("south", "SOUTH")];
  await register({ code: "northern", name: "Northern", regions: ["NORTH"] });
  await register({ code: "southern", name: "Southern", regions: ["SOUTH"] });
  const given = { partnerId: south, code: "northern", reason: "They met." };
  const { assignManager } = await ask(tiergraph, story.token, operation("assign-manager"), given);
  expect(assignManager.userErrors).toMatchObject([{ code: "NOT_LOOKED_AFTER" }]);
  await story.change("hand-over-partners", { from: "from", to: "northern", reason: "Another job." });
  expect([await nameFor(north), await nameFor(south)]).toEqual(["Northern", "Southern"]);
  // The day's own look changes nothing of it.
  await tiergraph.sql("select enablement_jobs.publish('assignDaily', '{}')");
  await story.settled();
  expect([await nameFor(north), await nameFor(south)]).toEqual(["Northern", "Southern"]);
});

test("what each has at risk counts overdue steps and certifications that run out", async () => {
  await register({ code: "risk", name: "Risk", regions: ["MEA"] });
  const partnerId = await aPartner("risky", "MEA");
  const personId = await story.person(partnerId, "ada");
  await story.completes(personId, "technical-foundations", dayFromToday(-700));
  await story.settled();
  tiergraph.passDays(10);
  const { vendorManagers } = await ask(tiergraph, story.token, operation("vendor-managers"));
  expect(vendorManagers.find(({ code }) => code === "risk")?.atRisk).toMatchObject([
    { partner: { name: "risky" }, overdueSteps: 1, expiringCertifications: 1 },
  ]);
  tiergraph.passDays(-10);
});

test("a partner sees who looks after it, and of nobody else's, and not what the vendor's people have", async () => {
  const [own, other] = [await aPartner("own", "EMEA"), await aPartner("other", "EMEA")];
  const token = await tiergraph.tokenOf("partner", own);
  expect(await managersOf(own, token)).toHaveLength(1);
  const { data } = await askRaw(tiergraph, token, operation("partner-managers"), { partnerId: other });
  expect(data?.partner).toBeNull();
  const refused = await askRaw(tiergraph, token, operation("vendor-managers"), {});
  expect(refused.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});
