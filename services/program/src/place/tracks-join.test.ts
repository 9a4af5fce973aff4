import fc from "fast-check";
import { expect, test } from "vitest";
import { checkProgram } from "../check/index.js";
import { documentWith, placeBy, programOf } from "../fixtures/index.js";

const RULE = `{ all: [{ measure: points, at-least: 10, tracks: [seller] }, { measure: projects, at-least: 3, tracks: [builder] }] }`;
const under = (join: string, requires = RULE) =>
  programOf(
    documentWith({
      head: `${join}\ntracks: { seller: {}, builder: {} }`,
      measures: "points: { count: deal.won }\nprojects: { count: deal.lost }",
      requires,
    }),
  );
const tierOf = (join: string, tracks: string[], values: Record<string, string>) =>
  placeBy(under(join), "2024-01-01", values, { partner: { tracks } }).tier;
const SELLS = { points: "12", projects: "0" };

test("where tracks join by `all`, also where nothing is said, a track more asks more and can cost a tier", () => {
  for (const join of ["", "tracks-join: all"]) {
    expect(tierOf(join, ["seller"], SELLS)).toBe("gold");
    expect(tierOf(join, ["seller", "builder"], SELLS)).toBe("registered");
  }
});

test("where the best of them counts, a track more takes nothing away, and either can carry the tier", () => {
  const join = "tracks-join: best-of";
  expect(tierOf(join, ["seller", "builder"], SELLS)).toBe("gold");
  expect(tierOf(join, ["seller", "builder"], { points: "0", projects: "3" })).toBe("gold");
  expect(tierOf(join, ["seller", "builder"], { points: "9", projects: "2" })).toBe("registered");
});

test("under `best-of` no partner ever loses a tier by a track more", () => {
  const program = under("tracks-join: best-of");
  const rank = (tracks: string[], values: Record<string, string>) =>
    program.tiers.findIndex(
      ({ name }) => name === placeBy(program, "2024-01-01", values, { partner: { tracks } }).tier,
    );
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.nat({ max: 6 }), (points, projects) => {
      const values = { points: String(points), projects: String(projects) };
      const both = rank(["seller", "builder"], values);
      expect(both).toBe(Math.max(rank(["seller"], values), rank(["builder"], values)));
    }),
  );
});

const codes = (join: string, requires?: string) => checkProgram(under(join, requires)).map(({ code }) => code);

test("the check says what a track more would ask, where the program does not say how tracks join", () => {
  const found = checkProgram(under("")).find(({ code }) => code === "TRACK_TAKES_AWAY");
  expect(found).toMatchObject({
    path: "tracks",
    message: "A partner that adds a track may lose its tier: Seller asks more for Gold; Builder asks more for Gold.",
  });
  expect(codes("tracks-join: all")).not.toContain("TRACK_TAKES_AWAY");
  expect(codes("tracks-join: best-of")).not.toContain("TRACK_TAKES_AWAY");
});

test("nothing is found where a track only opens another way", () => {
  const choice = RULE.replace("all:", "any:");
  expect(codes("", choice)).not.toContain("TRACK_TAKES_AWAY");
});
