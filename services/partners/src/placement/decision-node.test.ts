import { documentWith, programOf } from "@tiergraph/program/fixtures";
import { decodeMeasurementId } from "@tiergraph/program/measure";
import { expect, test } from "vitest";
import { measurementIdOf } from "./decision-node.js";

const program = programOf(
  documentWith({
    measures: `revenue: { title: Won revenue, sum: amount, of: deal.won }
partnership: { title: Partnership, review: partnership, window: { rolling: 12 months } }`,
    requires: "{ all: [{ measure: revenue, at-least: 1000 }, { measure: partnership, at-least: 50% }] }",
    more: `reviews:
  partnership: { title: Partnership, every: quarter, questions: { plan: { ask: Is there a joint plan?, best: 5 } } }`,
  }),
);
const partnerId = "01900000-0000-7000-8000-000000000001";
const DECISION = { partnerId, asOf: "2026-06-30", program: "p", programVersion: "1" };

test("a measure of facts leads to its measurement, and the score of a review to none", () => {
  const idOf = measurementIdOf(DECISION, { program });
  expect(decodeMeasurementId(idOf("revenue") ?? "")).toMatchObject({ partnerId, measure: "revenue" });
  expect(idOf("partnership")).toBeNull();
  expect(idOf("no-measure")).toBeNull();
});
