import { expect, expectTypeOf, test } from "vitest";
import { meaningsOf, payloadOf, type RefusalOf, refusalTable, type Say, userErrorOf } from "./refusal-table.js";

const refusals = refusalTable("redemption", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  BelowMinimum: {
    at: ["amount"],
    message: "Redeem at least {minimum}.",
    values: ({ minimum }: { minimum: string }) => ({ minimum }),
    data: ({ minimum }: { minimum: string }) => ({ minimum }),
  },
  LineInvalid: {
    code: "BELOW_MINIMUM",
    at: ({ line }: { line: number }) => ["lines", String(line)],
    message: "A line is invalid.",
  },
  NoProgramInForce: { at: null, message: "No program is in force." },
});

test("a refusal is a plain value of its kind with its data", () => {
  const refused = refusals.BelowMinimum({ minimum: "50.00 USD" });
  expect(refused).toEqual({ kind: "BelowMinimum", minimum: "50.00 USD" });
  expect(refusals.PartnerUnknown()).toEqual({ kind: "PartnerUnknown" });
  expectTypeOf(refused).toExtend<RefusalOf<typeof refusals>>();
});

test("a client reads its code, the part of the input, and the message in the language of the request", () => {
  const { message, ...error } = userErrorOf(refusals, refusals.BelowMinimum({ minimum: "50.00 USD" }));
  expect(error).toEqual({ code: "BELOW_MINIMUM", field: ["input", "amount"], minimum: "50.00 USD" });
  const say: Say = ({ id, text }, values) => JSON.stringify([id, text, values]);
  expect(message({}, { say })).toBe('["redemption.BelowMinimum","Redeem at least {minimum}.",{"minimum":"50.00 USD"}]');
  expect(userErrorOf(refusals, refusals.LineInvalid({ line: 3 }))).toMatchObject({ field: ["input", "lines", "3"] });
  expect(userErrorOf(refusals, refusals.NoProgramInForce())).toMatchObject({ field: [] });
  expect(() => userErrorOf(refusals, { kind: "Unheard" })).toThrow("No refusal table declares Unheard");
});

test("kinds may share a code, which means what the first of them says that always says the same", () => {
  expect([...meaningsOf(refusals)]).toEqual([
    ["PARTNER_NOT_FOUND", "There is no such partner."],
    ["BELOW_MINIMUM", "A line is invalid."],
    ["NO_PROGRAM_IN_FORCE", "No program is in force."],
  ]);
});

test("a payload holds what was done, or null and the refusal", () => {
  type Outcome = { readonly kind: "Redeemed"; readonly id: string } | RefusalOf<typeof refusals>;
  const payload = (outcome: Outcome) => payloadOf(refusals, outcome, "redemption", ({ id }) => ({ id }));
  expect(payload({ kind: "Redeemed", id: "r" })).toEqual({ redemption: { id: "r" }, userErrors: [] });
  expect(payload(refusals.PartnerUnknown())).toEqual({
    redemption: null,
    userErrors: [{ code: "PARTNER_NOT_FOUND", field: ["input", "partnerId"], message: expect.any(Function) }],
  });
});
