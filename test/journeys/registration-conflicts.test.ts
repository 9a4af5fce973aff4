import { expect, test } from "vitest";
import type { RegistrationConflictState } from "../generated/documents.js";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import {
  record,
  register,
  registrations,
  replace,
  runRegistrations,
  story,
  takeBack,
  tiergraph,
  won,
} from "./registrations-fixture.js";

runRegistrations();

const conflicts = async (state: RegistrationConflictState = "OPEN") =>
  nodesOf((await ask(tiergraph, story.token, operation("registration-conflicts"), { state })).registrationConflicts);

test("a deal that another partner wins of a protected customer is put to a person, with both sides", async () => {
  const [holder, winner] = [await story.partner("holder"), await story.partner("winner")];
  await register(holder, "Contested", { domain: "contested.example" });
  await story.settled();
  const deal = {
    kind: "DEAL_WON" as const,
    partnerId: winner,
    externalId: "C-1",
    on: dayFromToday(0),
    amount: "700",
    customer: "CONTESTED AG",
  };
  await story.change("record-facts", { facts: [{ ...deal, product: "platform" }] });
  await story.settled();
  const [conflict, ...others] = (await conflicts()).filter(({ partner }) => partner.id === holder);
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    registration: { customer: "Contested" },
    won: { partner: { id: winner }, externalId: "C-1", amount: { amount: "700.00" } },
  });
  await story.change("decide-registration-conflict", {
    id: conflict?.id ?? "",
    verdict: "DEAL_STANDS",
    reason: "Asked first.",
  });
  expect((await conflicts()).filter(({ partner }) => partner.id === holder)).toEqual([]);
});

const share = (percent: string) => ({ credit: { role: "SOURCED" as const, share: percent } });

/** The conflict over a partner's registration, with its state. */
const conflictOf = async (holder: string) => {
  for (const state of ["OPEN", "CLOSED", "DEAL_STANDS", "REGISTRATION_STANDS"] as const)
    for (const conflict of await conflicts(state)) if (conflict.partner.id === holder) return { ...conflict, state };
  return null;
};

/** A customer that one partner registered, and a deal of it that another one won. */
const contested = async (name: string) => {
  const [holder, winner] = [await story.partner(`${name}-holder`), await story.partner(`${name}-winner`)];
  await register(holder, name);
  const deal = won(winner, name, `${name} Inc`);
  await record(deal);
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
  return { holder, winner, deal };
};

test("a conflict closes by itself when its deal is taken back, and nobody can decide it any more", async () => {
  const { holder, deal } = await contested("Taken");
  await takeBack(deal);
  const conflict = await conflictOf(holder);
  expect(conflict).toMatchObject({ state: "CLOSED", decidedBy: "system", reason: "The deal was taken back." });
  const { decideRegistrationConflict: late } = await ask(
    tiergraph,
    story.token,
    operation("decide-registration-conflict"),
    { id: conflict?.id ?? "", verdict: "DEAL_STANDS", reason: "Too late." },
  );
  expect(late.userErrors).toMatchObject([
    { code: "ALREADY_DECIDED", message: "It closed by itself: The deal was taken back." },
  ]);
});

test("a conflict closes when its deal is corrected to another customer, and is open again when it is corrected back", async () => {
  const { holder, deal } = await contested("Corrected");
  await replace({ ...deal, customer: "Somebody else" });
  expect(await conflictOf(holder)).toMatchObject({
    state: "CLOSED",
    reason: "The deal was corrected to another customer.",
  });
  await replace({ ...deal, amount: "800" });
  expect(await conflictOf(holder)).toMatchObject({
    state: "OPEN",
    reason: null,
    decidedBy: null,
    won: { amount: { amount: "800.00" } },
  });
});

test("a conflict stays open when its deal is corrected and still of the protected customer", async () => {
  const { holder, deal } = await contested("Cheaper");
  await replace({ ...deal, amount: "1" });
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN", won: { amount: { amount: "700.00" } } });
});

test("a conflict closes when the registered partner shares the deal, and is open again when its share is taken back", async () => {
  const { holder, deal } = await contested("Shared");
  await replace({ ...deal, ...share("60") });
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
  const own = { ...won(holder, "Shared", "Shared Inc"), ...share("40") };
  await record(own);
  expect(await conflictOf(holder)).toMatchObject({
    state: "CLOSED",
    reason: "The partner that registered it now has a share of the deal.",
  });
  await takeBack(own);
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
});

test("a deal that is recorded for the registered partner instead ends the conflict and converts the registration", async () => {
  const { holder, deal } = await contested("Moved");
  await takeBack(deal);
  await record({ ...deal, partnerId: holder });
  expect(await conflictOf(holder)).toMatchObject({ state: "CLOSED" });
  expect(await registrations(holder)).toMatchObject([{ state: "CONVERTED", deal: { externalId: "Moved" } }]);
});

test("a conflict that a person decided stays decided when its deal is taken back", async () => {
  const { holder, deal } = await contested("Decided");
  const conflict = await conflictOf(holder);
  await story.change("decide-registration-conflict", {
    id: conflict?.id ?? "",
    verdict: "REGISTRATION_STANDS",
    reason: "It was registered first.",
  });
  await takeBack(deal);
  expect(await conflictOf(holder)).toMatchObject({ state: "REGISTRATION_STANDS", reason: "It was registered first." });
});
