import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../document/program/index.js";
import { type DecisionRecord, recordOf, replayDecision, serializeRecord } from "../place/index.js";
import { aGovernance } from "./any-governance.js";
import { aMonotoneProgram } from "./any-program.js";
import { hold, TIMEOUT_MS } from "./hold.js";
import { placeByNumbers, someDays, someNumbers } from "./placed-by-numbers.js";

const decisions = (seed: number) =>
  fc
    .tuple(
      aMonotoneProgram({ seed, governance: fc.option(aGovernance, { freq: 4 }) }),
      someDays({ min: 2, max: 2 }),
      someNumbers,
      someNumbers,
      fc.boolean(),
    )
    .map(([program, [first, second], earlier, numbers, isFirst]): { program: Program; record: DecisionRecord } => {
      if (first === undefined || second === undefined) throw new Error("There are two days");
      const before = isFirst ? null : placeByNumbers(program, first, earlier, null).after;
      return { program, record: placeByNumbers(program, second, numbers, before) };
    });

const changes = fc.record({ at: fc.nat(), to: fc.constantFrom(...'0123456789abdegnrt-"{}[],:. ') });

/** What replaying makes of a text: `Unreadable` where it is no decision of this version any more. */
function replayed(program: Program, body: string): "Same" | "Different" | "Unreadable" {
  try {
    return replayDecision(program, body).kind;
  } catch {
    return "Unreadable";
  }
}

test("a decision that is decided again from what was stored of it is the same to the byte", {
  timeout: TIMEOUT_MS,
}, () => {
  hold("replay is the same", (seed) =>
    fc.property(decisions(seed), ({ program, record }) => {
      const body = serializeRecord(record);
      return replayed(program, body) === "Same" && serializeRecord(recordOf(body)) === body;
    }),
  );
});

/** What was decided, as against what it was decided from. */
const OUTCOME = [
  "after",
  "effectiveOn",
  "format",
  "kept",
  "outcome",
  "reached",
  "safeguards",
  "tier",
  "trace",
] as const;

test("any single character that was changed in an outcome is found", { timeout: TIMEOUT_MS }, () => {
  hold("a changed outcome is found", (seed) =>
    fc.property(decisions(seed), fc.constantFrom(...OUTCOME), changes, ({ program, record }, key, { at, to }) => {
      const body = serializeRecord(record);
      const part = `"${key}":${serializeRecord(record[key] as unknown as DecisionRecord)}`; // Any part prints by the same rule.
      const start = body.lastIndexOf(part);
      const place = start + (at % part.length);
      if (start === -1 || body[place] === to) return start !== -1;
      return replayed(program, body.slice(0, place) + to + body.slice(place + 1)) !== "Same";
    }),
  );
});

test("a character that was changed in what was decided from is found, unless the same outcome follows from it as well", {
  timeout: TIMEOUT_MS,
}, () => {
  const found = { Same: 0, Different: 0, Unreadable: 0 };
  hold("a changed input is found", (seed) =>
    fc.property(decisions(seed), changes, ({ program, record }, { at, to }) => {
      const body = serializeRecord(record);
      const inputs = JSON.stringify(JSON.parse(serializeRecord(record.inputs as unknown as DecisionRecord))); // As above.
      const start = body.indexOf(inputs);
      const place = start + (at % inputs.length);
      if (body[place] === to) return true;
      const changed = body.slice(0, place) + to + body.slice(place + 1);
      const answer = replayed(program, changed);
      found[answer]++;
      // It is then a decision of its own: whole, and with the very outcome that its own inputs lead to.
      return answer !== "Same" || serializeRecord(recordOf(changed)) === changed;
    }),
  );
  console.info(`of changed inputs ${JSON.stringify(found)}`);
  expect(found.Different + found.Unreadable).toBeGreaterThan(found.Same);
});
