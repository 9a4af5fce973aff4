import type { Course } from "@tiergraph/program/document/enablement";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { closeGap, isTrained } from "./close-gap.js";
import { nextSteps, type Recommending } from "./next-steps.js";
import type { PersonState } from "./training-state.js";

const program = programOf(`program: p
version: 1
currency: USD
tracks: { integrator: {}, reseller: {} }
measures:
  people: { distinct: person, of: certification }
  experts: { distinct: person, of: certification, where: { level: expert } }
  doubles: { distinct: person, of: certification, holding: { at-least: 2, level: [basic, expert] } }
  certificates: { count: certification, except: { role: sales } }
  deals: { count: deal.won }
tiers: { registered: { rank: 0, why: W. }, silver: { rank: 1, why: W., requires: { measure: people, at-least: 1 } } }
courses:
  basics: { role: engineering, certifies: { level: basic, valid: 24 months, renewal: 60 days } }
  depth: { role: engineering, requires: basics, certifies: { level: expert } }
  selling: { role: sales, certifies: { level: basic } }
  talk: {}
maturities: { starting: { tiers: registered }, growing: { tiers: silver } }
paths:
  engineers: { title: Engineering, role: engineering, courses: [depth], why: W. }
  sellers: { role: sales, courses: [selling], why: W. }
  growing-integrators: { title: Depth, maturities: growing, tracks: integrator, courses: [talk], why: W. }
`);
const { courses, measures } = program;
const person = (personId: string, more: Partial<PersonState> = {}): PersonState => ({
  personId,
  role: "engineering",
  courses: new Map(),
  held: [],
  ...more,
});
const completed = (...names: string[]): PersonState["courses"] =>
  new Map(names.map((name) => [name, { percent: 100, isCompleted: true }]));
const holds = (course: string, level: string, expiresOn: string | null = null) => ({
  course,
  level,
  role: courses.find(({ name }) => name === course)?.role ?? null,
  expiresOn,
});

const recommending = (more: Partial<Recommending> = {}): Recommending => ({
  courses,
  paths: program.paths,
  maturities: program.maturities,
  today: knownCalendarDate("2026-11-26"),
  partner: { tier: "registered", tracks: ["integrator"] },
  ...more,
});
const steps = (who: PersonState, more: Partial<Recommending> = {}) =>
  nextSteps(who, recommending(more), 3).map(({ kind, course }) => `${kind} ${course}`);

test("a person starts with what comes first on the paths of its role, maturity and tracks", () => {
  expect(steps(person("a"))).toEqual(["START basics", "START depth"]);
  expect(steps(person("a", { courses: completed("basics") }))).toEqual(["START depth"]);
  expect(steps(person("a", { role: "sales" }))).toEqual(["START selling"]);
  expect(steps(person("a"), { partner: { tier: "silver", tracks: ["integrator"] } })).toEqual([
    "START basics",
    "START depth",
    "START talk",
  ]);
  expect(steps(person("a"), { partner: { tier: "silver", tracks: ["reseller"] } })).not.toContain("START talk");
});

test("what runs out comes first, then what is begun, and three are enough", () => {
  const busy = person("a", {
    courses: new Map([
      ["basics", { percent: 100, isCompleted: true }],
      ["talk", { percent: 10, isCompleted: false }],
      ["selling", { percent: 60, isCompleted: false }],
    ]),
    held: [holds("basics", "basic", "2027-01-20")],
  });
  expect(steps(busy)).toEqual(["RENEW basics", "CONTINUE selling", "CONTINUE talk"]);
  // Renewed already, or not yet in the window.
  const renewed = { ...busy, held: [...busy.held, holds("basics", "basic", "2029-01-20")] };
  expect(steps(renewed)[0]).toBe("CONTINUE selling");
  expect(steps({ ...busy, held: [holds("basics", "basic", "2027-02-20")] })[0]).toBe("CONTINUE selling");
});

const gap = (name: string, needed: number, ...people: PersonState[]) => {
  const measure = measures.find((one) => one.name === name);
  if (!isTrained(measure)) throw new Error(`${name} is not raised by training`);
  const { closes, assignments } = closeGap(measure, needed, { courses: courses as Course[], people });
  return [closes, ...assignments.map(({ personId, courses: way }) => `${personId}: ${way.join(", ")}`)];
};

test("people are chosen who do not count yet, the nearest first", () => {
  const [fresh, half, done] = [
    person("fresh"),
    person("half", { courses: new Map([["basics", { percent: 50, isCompleted: false }]]) }),
    person("done", { courses: completed("basics"), held: [holds("basics", "basic")] }),
  ];
  expect(gap("people", 1, fresh, half, done)).toEqual([1, "half: basics"]);
  expect(gap("people", 3, fresh, half, done)).toEqual([2, "half: basics", "fresh: basics"]);
  // An expert goes through the basics first, where they are not done.
  expect(gap("experts", 2, fresh, done)).toEqual([2, "done: depth", "fresh: basics, depth"]);
});

test("who has to hold two takes what is missing of them; sales takes nothing of engineering", () => {
  const one = person("one", { courses: completed("basics"), held: [holds("basics", "basic")] });
  expect(gap("doubles", 2, one, person("none"))).toEqual([2, "one: depth", "none: basics, depth"]);
  expect(gap("experts", 1, person("seller", { role: "sales" }))).toEqual([0]);
  expect(gap("certificates", 2, one, person("seller", { role: "sales" }))).toEqual([1, "one: depth"]);
});

test("what certifications alone do not decide is not closed by training", () => {
  expect(isTrained(measures.find(({ name }) => name === "deals"))).toBe(false);
  expect(isTrained(undefined)).toBe(false);
});
