import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Program, publishedProgram, shownToPartners } from "@tiergraph/program/document/program";
import { documentWith, EVERY_SHAPE, placeBy, programOf, randomOf } from "@tiergraph/program/fixtures";
import { serializeRecord } from "@tiergraph/program/place";
import { expect, test } from "vitest";
import type { ProgressNode } from "../requirement/index.js";
import { storyOf } from "./decision-story.js";
import { outlookOf, outlookTexts, readOutlook, type TierOutlook } from "./outlook.js";

const EXAMPLES = path.join(fileURLToPath(import.meta.resolve("@tiergraph/program/place")), "../../../examples");
const WITHHELD = documentWith({
  measures: `revenue: { title: Won revenue, sum: amount, of: deal.won }
payment-risk: { title: Payment risk, given: percent, seen-by: vendor }`,
  requires: "{ all: [{ measure: revenue, at-least: 1000 }, { measure: payment-risk, at-most: 20% }] }",
});
const PROGRAMS: readonly Program[] = [
  ...readdirSync(EXAMPLES).map((file) => publishedProgram(readFileSync(path.join(EXAMPLES, file), "utf8"))),
  programOf(EVERY_SHAPE),
  programOf(WITHHELD),
];
const DAY = "2026-06-30";
const measurementId = (measure: string) => `measurement of ${measure}`;

/** Functions have no equal: what they answer is compared instead. */
const answered = ({ next, ...outlook }: TierOutlook) => ({
  ...outlook,
  next: next && {
    ...next,
    thresholds: next.thresholds.map(withMeasurement),
    impliedThresholds: next.impliedThresholds.map(withMeasurement),
  },
});
const withMeasurement = ({ measurement, rules, ...node }: ProgressNode): object => ({
  ...node,
  measurement: measurement === null ? null : measurement(),
  rules: rules.map(withMeasurement),
});

test("what is kept of a decision reads as the decision explains itself, to who sees all and to partners", () => {
  const random = randomOf(7);
  let [withNext, hidden] = [0, 0];
  for (const whole of PROGRAMS)
    for (let run = 0; run < 40; run++) {
      const values = Object.fromEntries(
        whole.measures.map(({ name, unit }) => {
          const value = random() < 0.1 ? null : Math.round(random() ** 3 * (unit === "percent" ? 100 : 400_000)) / 100;
          return [name, value === null ? null : String(value)];
        }),
      );
      const partner = { tracks: whole.tracks.slice(0, 1).map(({ name }) => name) };
      const decision = { format: 2, body: serializeRecord(placeBy(whole, DAY, values, { partner })) };
      const shown = shownToPartners(whole);
      const texts = outlookTexts({ whole, shown }, (program) =>
        storyOf(decision, { program, whole, quotesPeople: true }),
      );
      for (const [program, text] of [
        [whole, texts.body],
        [shown, texts.partnerBody ?? texts.body],
      ] as const) {
        const judgement = { program, measurementId };
        const explained = outlookOf(storyOf(decision, { program, whole, quotesPeople: true }), judgement);
        expect(answered(readOutlook(text, judgement))).toEqual(answered(explained));
        if (explained.next !== null) withNext++;
      }
      if (texts.partnerBody !== null) {
        hidden++;
        expect(texts.partnerBody).not.toMatch(/payment-?.?risk/i);
      }
    }
  expect(withNext).toBeGreaterThan(400);
  expect(hidden).toBeGreaterThanOrEqual(40);
});
