import { expect, test } from "vitest";
import { documentWith, EVERY_SHAPE, programOf } from "../fixtures/index.js";
import { judge } from "../place/index.js";
import { witnessOf } from "./witness.js";

test.each(["registered", "silver", "gold", "elite"])(
  "a witness of %s is judged to meet it, as any partner would be",
  (name) => {
    const program = programOf(EVERY_SHAPE);
    const tier = program.tiers.find((candidate) => candidate.name === name);
    const witness = tier && witnessOf(program, tier);
    if (witness == null || tier === undefined) throw new Error(`No witness of ${name}`);
    const { reached } = judge({
      program,
      asOf: witness.asOf,
      measures: witness.measures,
      partner: witness.partner,
      approvals: [...witness.approvals],
      before: { ...STANDING, heldSince: witness.heldSince },
    });
    expect(reached[program.tiers.indexOf(tier)]).toBe(true);
  },
);

test("there is no witness of what nobody can reach", () => {
  const program = programOf(
    documentWith({ requires: "{ all: [{ measure: revenue, at-least: 2 }, { measure: revenue, at-most: 1 }] }" }),
  );
  const gold = program.tiers[1];
  expect(gold && witnessOf(program, gold)).toBeNull();
});

test("the witness of one deal more than ten has eleven, not a part of one", () => {
  const program = programOf(
    documentWith({
      measures: "deals: { count: deal.won }",
      requires: "{ score: { more-than: 10, terms: [{ measure: deals, points: 1 }] } }",
    }),
  );
  const gold = program.tiers[1];
  expect((gold && witnessOf(program, gold))?.measures.get("deals")?.value).toEqual({ num: 11n, den: 1n });
});

const STANDING = {
  tier: "registered",
  since: "2020-01-01",
  placed: "registered",
  placedSince: "2020-01-01",
  missedSince: null,
  demotedOn: null,
  reviewedUpOn: null,
  reviewedDownOn: null,
  steps: null,
  metOn: {},
} as Omit<Parameters<typeof judge>[0]["before"] & object, "heldSince">; // Days that exist.
