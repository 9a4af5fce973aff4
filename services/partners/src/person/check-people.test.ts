import { userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { expect, test } from "vitest";
import { checkPeople, type PersonRegistration } from "./check-people.js";
import { MAX_PEOPLE_PER_REGISTRATION, registrationRefusals } from "./person.refusals.js";

const ann: PersonRegistration = { partnerId: "p", externalId: "ann", name: "Ann" };
const bob: PersonRegistration = { partnerId: "p", externalId: "bob", name: "Bob" };
/** With fields below `input`. */
const check = (...people: PersonRegistration[]) =>
  checkPeople(people, new Set(["p", "q"])).map((refusal) => {
    const { field, ...error } = userErrorOf(registrationRefusals, refusal);
    return { ...error, field: field.slice(1) };
  });

test("people of known partners are taken, with or without an address and a role", () => {
  expect(check({ ...ann, email: "ann@example.com", role: "sales" }, { ...bob, email: null, role: null })).toEqual([]);
});

test.each<[string, Partial<PersonRegistration>, string, string]>([
  ["a person of a partner that nobody knows", { partnerId: "x" }, "PARTNER_NOT_FOUND", "partnerId"],
  ["a person without a key", { externalId: " " }, "TEXT_INVALID", "externalId"],
  ["a key of 201 characters", { externalId: "x".repeat(201) }, "TEXT_INVALID", "externalId"],
  ["a person without a name", { name: "" }, "TEXT_INVALID", "name"],
  ["a name over two lines", { name: "Bob\nBuilder" }, "TEXT_INVALID", "name"],
  ["an address without an @", { email: "bob.example.com" }, "TEXT_INVALID", "email"],
  ["an address with space in it", { email: "bob @example.com" }, "TEXT_INVALID", "email"],
  ["an address with two @", { email: "bob@home@example.com" }, "TEXT_INVALID", "email"],
])("%s is refused where it stands", (_, differing, code, name) => {
  expect(check(ann, { ...bob, ...differing })).toMatchObject([{ code, field: ["people", "1", name] }]);
});

test("a person stands in a registration once", () => {
  expect(check(ann, bob, ann)).toMatchObject([{ code: "DUPLICATE_PERSON", field: ["people", "2", "externalId"] }]);
});

test("people of two partners may have the same key", () => {
  expect(check(ann, { ...ann, partnerId: "q" })).toEqual([]);
});

test("all that is wrong is reported at once", () => {
  expect(check({ partnerId: "x", externalId: "", name: "", email: "" }).map(({ field }) => field[2])).toEqual([
    "partnerId",
    "externalId",
    "name",
    "email",
  ]);
});

test("a thousand people are registered at a time, not one more", () => {
  const people = Array.from({ length: MAX_PEOPLE_PER_REGISTRATION + 1 }, (_, i) => ({ ...ann, externalId: `e${i}` }));
  expect(check(...people)).toMatchObject([{ code: "TOO_MANY", field: ["people"] }]);
  expect(check(...people.slice(1))).toEqual([]);
});
