import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, type CalendarDate } from "../exact/index.js";
import { addLength, startOfPeriod } from "../place/index.js";
import { aGovernance, aGovernanceOfGrace } from "./any-governance.js";
import { aMonotoneProgram } from "./any-program.js";
import { hold, RUNS, TIMEOUT_MS } from "./hold.js";
import { placeThrough, rankOf, someDays, someSwings } from "./placed-by-numbers.js";

test("nobody who was demoted in a period is promoted again inside it, however their measures swing", {
  timeout: TIMEOUT_MS,
}, () => {
  const counted = { promoted: 0, demoted: 0, held: 0 };
  hold("no promotion after a demotion inside a period", (seed) =>
    fc.property(
      aMonotoneProgram({ seed, governance: aGovernance, hasWindows: false }),
      someSwings,
      (program, swings) => {
        const period = program.governance?.period ?? "quarter";
        const demotedIn = new Set<CalendarDate>();
        return placeThrough(program, swings).every(({ asOf, outcome, safeguards }) => {
          const start = startOfPeriod(period, asOf);
          if (outcome === "PROMOTED") counted.promoted++;
          if (outcome === "DEMOTED") counted.demoted++;
          if (safeguards.some(({ rule }) => rule === "DEMOTED_THIS_PERIOD")) counted.held++;
          if (outcome === "DEMOTED") demotedIn.add(start);
          return outcome !== "PROMOTED" || !demotedIn.has(start);
        });
      },
    ),
  );
  expect(counted.promoted).toBeGreaterThan(RUNS / 10);
  expect(counted.demoted).toBeGreaterThan(RUNS / 20);
  expect(counted.held).toBeGreaterThan(RUNS / 20);
});

const oneStepEachWay = aGovernance.map((governance) => ({
  ...governance,
  cadence: "on-change",
  up: "on-change",
  down: "on-change",
  "steps-per-review": { up: 1, down: 1 },
}));

test("where one step is allowed each way, nobody moves more than one step each way in a period", {
  timeout: TIMEOUT_MS,
}, () => {
  hold("one step each way a period", (seed) =>
    fc.property(
      aMonotoneProgram({ seed, governance: oneStepEachWay, hasWindows: false, hasCadences: false }),
      someSwings,
      (program, swings) => {
        const period = program.governance?.period ?? "quarter";
        const moved = new Map<string, number>();
        return placeThrough(program, swings).every(({ asOf, outcome, before, after }) => {
          if (before === null || outcome === "KEPT") return true;
          const rungs = Math.abs(rankOf(program, after.tier) - rankOf(program, before.tier));
          const key = `${outcome} ${startOfPeriod(period, asOf)}`;
          moved.set(key, (moved.get(key) ?? 0) + rungs);
          return (moved.get(key) ?? 0) <= 1;
        });
      },
    ),
  );
});

test("nobody is kept in a tier whose keeping bar they missed for longer than the grace", {
  timeout: TIMEOUT_MS,
}, () => {
  let inGrace = 0;
  hold("no longer than the grace", (seed) =>
    fc.property(
      aMonotoneProgram({ seed, governance: aGovernanceOfGrace, hasWindows: false, hasCadences: false }),
      someSwings,
      (program, swings) => {
        const grace = program.governance?.grace;
        if (grace == null) throw new Error("There is a grace");
        // Known by the marks of each decision, and not from what governance remembers.
        let missed: { readonly tier: string; readonly since: CalendarDate } | null = null;
        for (const { asOf, before, after, kept, reached } of placeThrough(program, swings)) {
          const held = before === null ? -1 : rankOf(program, before.tier);
          const isMissed = held >= 0 && kept[held] === "0" && reached.lastIndexOf("1") < held;
          if (!isMissed || before === null) missed = null;
          else if (missed === null || missed.tier !== before.tier) missed = { tier: before.tier, since: asOf };
          if (missed !== null && after.tier === missed.tier) {
            inGrace++;
            if (asOf >= addLength(missed.since, grace)) return false;
          }
          if (missed !== null && after.tier !== missed.tier) missed = null;
        }
        return true;
      },
    ),
  );
  expect(inGrace).toBeGreaterThan(RUNS / 10);
});

test("a period that begins is the same for every day in it", { timeout: TIMEOUT_MS }, () => {
  hold("periods are whole", () =>
    fc.property(
      someDays({ min: 1, max: 1 }),
      fc.constantFrom("month", "quarter", "half-year", "year"),
      ([day], period) => {
        if (day === undefined) return true;
        const start = startOfPeriod(period, day);
        return start <= day && startOfPeriod(period, start) === start && addMonths(start, 12) > day;
      },
    ),
  );
});
