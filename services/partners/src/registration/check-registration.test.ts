import { userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { publishedProgram } from "@tiergraph/program/document/program";
import { say } from "@tiergraph/schema/messages";
import { expect, test } from "vitest";
import { checkRegistration, type PartnerRegistration } from "./check-registration.js";
import { MAX_PARTNERS_PER_REGISTRATION, registrationRefusals } from "./registration.refusals.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
tracks: { reseller: {}, integrator: {} }
tiers: { base: { rank: 0, why: Everyone. } }
`);
const today = "2026-04-01";
/** With fields below `input`. */
const check = (...partners: PartnerRegistration[]) =>
  checkRegistration(partners, program, today).map((refusal) => {
    const { field, ...error } = userErrorOf(registrationRefusals, refusal);
    return { ...error, field: field.slice(1) };
  });

test("a sound registration has nothing wrong with it", () => {
  expect(
    check(
      { code: "A", name: "Amber Ltd", region: "West", country: "DE", tracks: ["reseller"], joinedOn: today },
      { code: "B", name: null, region: null, country: null, tracks: null, joinedOn: null },
    ),
  ).toEqual([]);
});

test.each<[string, Partial<PartnerRegistration>, string, string[]]>([
  ["no code", { code: "" }, "TEXT_INVALID", ["code"]],
  ["a code of 201 characters", { code: "x".repeat(201) }, "TEXT_INVALID", ["code"]],
  ["a name with space at its end", { name: "Amber " }, "TEXT_INVALID", ["name"]],
  ["a region over two lines", { region: "West\nEast" }, "TEXT_INVALID", ["region"]],
  ["an empty country", { country: "" }, "TEXT_INVALID", ["country"]],
  ["a track that the program lacks", { tracks: ["reseller", "broker"] }, "TRACK_UNKNOWN", ["tracks", "1"]],
  ["a partner that joins tomorrow", { joinedOn: "2026-04-02" }, "DAY_IN_FUTURE", ["joinedOn"]],
])("%s is refused where it stands", (_, differing, code, field) => {
  expect(check({ code: "A" }, { code: "B", ...differing })).toMatchObject([
    { code, field: ["partners", "1", ...field] },
  ]);
});

test("a code of 200 characters is taken", () => {
  expect(check({ code: "x".repeat(200) })).toEqual([]);
});

test("a code may stand in a registration once", () => {
  expect(check({ code: "A" }, { code: "B" }, { code: "A" })).toMatchObject([
    { code: "DUPLICATE_CODE", field: ["partners", "2", "code"] },
  ]);
});

test("a refused track is reported with those that there are", () => {
  const [refused] = check({ code: "A", tracks: ["broker"] });
  expect(refused?.message({}, { say: (message, values) => say("en", message, values) })).toBe(
    "p has no track broker; it has reseller, integrator.",
  );
});

test("before the first program is published, tracks are taken as they are reported", () => {
  expect(checkRegistration([{ code: "A", tracks: ["broker"] }], null, today)).toEqual([]);
});

test("all that is wrong is reported at once", () => {
  expect(check({ code: "", name: " ", tracks: ["broker"], joinedOn: "2026-04-02" }).map(({ code }) => code)).toEqual([
    "TEXT_INVALID",
    "TEXT_INVALID",
    "TRACK_UNKNOWN",
    "DAY_IN_FUTURE",
  ]);
});

test("a thousand partners are registered at a time, not one more", () => {
  const partners = Array.from({ length: MAX_PARTNERS_PER_REGISTRATION + 1 }, (_, i) => ({ code: `P${i}` }));
  expect(check(...partners)).toMatchObject([{ code: "TOO_MANY", field: ["partners"] }]);
  expect(check(...partners.slice(1))).toEqual([]);
});
