import { sealAudit } from "@tiergraph/kit/audit/seal-audit.action";
import { openDatabase } from "@tiergraph/kit/database/database";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { systemClock } from "@tiergraph/kit/process/clock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, attempt, nodesOf, operation } from "../kit/ask.js";
import { runCommand } from "../kit/run-command.js";
import { SECRET } from "../kit/secrets.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("northwind-partners"));
  partnerId = await story.partner("audited", ["reseller"]);
});
afterAll(() => tiergraph.stop());

const log = async (filter: object = {}) => {
  const { partnersAuditLog } = await ask(tiergraph, story.token, operation("partners-audit-log"), { filter });
  return nodesOf(partnersAuditLog);
};

test("what was done names who did it, as whom, from where, about what, and under which request", async () => {
  const [entry] = await log({ actions: ["registerPartners"] });
  expect(entry).toMatchObject({
    role: "PROGRAM_MANAGER",
    subject: "development program-manager",
    address: "127.0.0.1",
    action: "registerPartners",
    outcome: "DONE",
    code: null,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.parse(entry?.input ?? "")).toMatchObject({ partners: [{ code: "audited", tracks: ["reseller"] }] });
});

test("what was refused, forbidden or unknown is in the log as well, and a person's name is not", async () => {
  const tooLong = { kind: "HOLD", partnerId, from: "2026-01-01", until: "2025-01-01", reason: "An audit." } as const;
  const refused = await attempt(tiergraph, story.token, "request-override", tooLong as never);
  const analyst = await tiergraph.tokenOf("analyst");
  const forbidden = await askRaw(tiergraph, analyst, operation("place-partners"), { asOf: "2026-01-01" });
  expect(forbidden.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  await story.person(partnerId, "named-person");
  const [override] = await log({ actions: ["requestOverride"] });
  expect(override).toMatchObject({ outcome: "REFUSED", partnerId, code: expect.any(String) });
  expect(refused.userErrors).toHaveLength(1);
  expect(await log({ subjects: ["development analyst"] })).toMatchObject([
    { action: "placePartners", outcome: "REFUSED", code: "Forbidden", role: "ANALYST" },
  ]);
  const [people] = await log({ actions: ["registerPeople"] });
  expect(people?.input).toContain("named-person");
  expect(people?.input).not.toMatch(/Person named|example\.com/);
});

test("entries are found by partner, person, object and day, and a page goes on", async () => {
  const other = await tiergraph.tokenAs("another manager", "program-manager");
  const second = await story.partner("audited too");
  const request = { kind: "HOLD", partnerId: second, from: "2030-01-01", until: "2030-02-01", reason: "A check." };
  const asked = (await attempt(tiergraph, other, "request-override", request as never)) as {
    override: { id: string };
  };
  await story.change("decide-override", { id: asked.override.id, approve: false, reason: "No." });
  expect((await log({ partnerIds: [second] })).map(({ action }) => action)).toEqual([
    "decideOverride",
    "requestOverride",
  ]);
  expect((await log({ subjects: ["another manager"] })).map(({ action }) => action)).toEqual(["requestOverride"]);
  expect((await log({ objectIds: [asked.override.id] })).map(({ action }) => action)).toEqual(["decideOverride"]);
  expect(await log({ until: "2020-01-01" })).toEqual([]);
  expect(await log({ outcomes: ["FAILED"] })).toEqual([]);
  const { partnersAuditLog: first } = await ask(tiergraph, story.token, operation("partners-audit-log"), { first: 1 });
  const { partnersAuditLog: rest } = await ask(tiergraph, story.token, operation("partners-audit-log"), {
    first: 50,
    after: first?.pageInfo.endCursor ?? null,
  });
  expect([...nodesOf(first), ...nodesOf(rest)]).toEqual(await log());
});

test.each(["partner", "partner-manager", "analyst", "ingest"] as const)("a %s does not read the log", async (role) => {
  const token = await tiergraph.tokenOf(role, partnerId);
  for (const service of SERVICES) {
    const { data, errors } = await askRaw(tiergraph, token, operation(`${service}-audit-log`), {});
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});

test("the service's role cannot change or remove an entry, and neither can the owner", async () => {
  const db = await openDatabase({ url: serviceUrl(tiergraph.ownerUrl, "partners", SECRET) });
  for (const change of ["update partners.audit_entry set subject = 'x'", "delete from partners.audit_entry"]) {
    const tried = db.transact({ role: "SYSTEM", subject: "x", partnerIds: "all" }, (tx) =>
      tx.run(`test.${change.slice(0, 6)}`, change, []),
    );
    await expect(tried).rejects.toThrow(/permission denied/);
    await expect(tiergraph.sql(change)).rejects.toThrow(/append-only/);
  }
  await db.close();
});

test("what is done and its entry stand or fall together", async () => {
  const before = (await log()).length;
  await tiergraph.sql(
    "alter table partners.audit_entry add constraint none check (action <> 'registerPartners') not valid",
  );
  try {
    const { errors } = await askRaw(tiergraph, story.token, operation("register-partners"), {
      partners: [{ code: "never" }],
    });
    expect(errors).toHaveLength(1);
  } finally {
    await tiergraph.sql("alter table partners.audit_entry drop constraint none");
  }
  const { partners } = await ask(tiergraph, story.token, operation("partner-list"), { filter: { codes: ["never"] } });
  expect(nodesOf(partners)).toEqual([]);
  expect((await log()).length).toBe(before);
});

test("seals are verified, and an entry that was changed past every guard is found", async () => {
  const verify = () => runCommand("verify", ["--url", `${tiergraph.url}/graphql`, "--token", story.token]);
  const seal = async () => {
    for (const service of SERVICES) {
      const db = await openDatabase({ url: serviceUrl(tiergraph.ownerUrl, service, SECRET), service });
      await sealAudit(db, service, systemClock, 0)();
      await db.close();
    }
  };
  await seal();
  await story.partner("sealed later");
  await seal();
  const sound = await verify();
  expect(sound.stdout).toMatch(/audit entries checked: [1-9]\d*, not sealed yet: 0\nseals that differ: 0\n$/);
  expect(sound.exitCode).toBe(0);
  await tiergraph.sql("alter table partners.audit_entry disable trigger append_only");
  await tiergraph.sql("update partners.audit_entry set subject = 'somebody else' where action = 'publishProgram'");
  const changed = await verify();
  expect(changed.stdout).toMatch(/AUDIT: partners, seal 1: expected [0-9a-f]{64}, found [0-9a-f]{64}\n/);
  expect(changed.exitCode).toBe(1);
  await tiergraph.sql("delete from partners.audit_entry where action = 'publishProgram'");
  expect((await verify()).stdout).toMatch(/AUDIT: partners, seal 1: expected \d+ entries, found \d+ entries/);
});
