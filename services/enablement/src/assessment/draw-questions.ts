import { createHash } from "node:crypto";
import type { Assessment } from "./assessment.entity.js";

/**
 * Names of the questions of one attempt: of each pool as many as it says, by lot. The same seed draws the same ones, so
 * that the one who asks again is asked the same.
 */
export function drawQuestions({ pools }: Pick<Assessment, "pools">, seed: string): string[] {
  return pools.flatMap(({ questions, draw }) =>
    questions
      .map(({ name }) => ({ name, lot: lotOf(seed, name) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, draw)
      .map(({ name }) => name),
  );
}

const lotOf = (seed: string, name: string): string => createHash("sha256").update(`${seed} ${name}`).digest("hex");
