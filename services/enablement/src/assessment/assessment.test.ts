import { expect, test } from "vitest";
import type { Assessment } from "./assessment.entity.js";
import { assessmentProblem } from "./check-assessment.js";
import { drawQuestions } from "./draw-questions.js";
import { gradeAttempt, strangeAnswer } from "./grade-attempt.js";
import { nextAttemptFrom, type PastAttempt } from "./may-attempt.js";

const question = (name: string, right: readonly string[] = ["a"]) => ({
  name,
  text: `What of ${name}?`,
  options: ["a", "b", "c"].map((option) => ({ name: option, text: option, isRight: right.includes(option) })),
});
const assessment: Assessment = {
  course: "c",
  revision: 1,
  passPercent: 67,
  attempts: 2,
  coolDownDays: 7,
  pools: [
    { name: "basics", draw: 2, questions: ["q1", "q2", "q3", "q4"].map((name) => question(name)) },
    { name: "depth", draw: 1, questions: [question("d1", ["a", "b"])] },
  ],
};

test("each attempt is asked as many of each pool as it says, the same whenever it is asked again", () => {
  const drawn = Array.from({ length: 200 }, (_, i) => drawQuestions(assessment, `attempt ${i}`));
  for (const names of drawn) expect(names.map((name) => name[0])).toEqual(["q", "q", "d"]);
  expect(new Set(drawn.flat())).toEqual(new Set(["q1", "q2", "q3", "q4", "d1"]));
  expect(drawQuestions(assessment, "attempt 7")).toEqual(drawn[7]);
});

test("a question counts where just the right options are chosen, and the share of those decides, without rounding up", () => {
  const asked = ["q1", "q3", "d1"];
  const grade = (...answers: [string, string[]][]) =>
    gradeAttempt(
      assessment,
      asked,
      answers.map(([name, options]) => ({ question: name, options })),
    );
  expect(grade(["q1", ["a"]], ["q3", ["a"]], ["d1", ["b", "a"]])).toEqual({
    scorePercent: 100,
    hasPassed: true,
    pools: [
      { name: "basics", asked: 2, right: 2 },
      { name: "depth", asked: 1, right: 1 },
    ],
  });
  // Two of three are 66.67 percent: less than 67.
  expect(grade(["q1", ["a"]], ["q3", ["a"]], ["d1", ["a"]])).toMatchObject({ scorePercent: 66, hasPassed: false });
  expect(grade(["q1", ["a", "b"]])).toMatchObject({ scorePercent: 0, hasPassed: false });
});

test("an answer to what was not asked, to something twice, or by an option that is not there is strange", () => {
  const strange = (...answers: [string, string[]][]) =>
    strangeAnswer(
      assessment,
      ["q1", "d1"],
      answers.map(([name, options]) => ({ question: name, options })),
    );
  expect(strange(["q1", ["a"]], ["d1", []])).toBeNull();
  expect(strange(["q1", ["a"]], ["q2", ["a"]])).toBe(1);
  expect(strange(["q1", ["a"]], ["q1", ["b"]])).toBe(1);
  expect(strange(["q1", ["z"]])).toBe(0);
});

test("after as many failures in a row as are allowed, the cool-down runs", () => {
  const failed = (finishedOn: string, number = 1): PastAttempt => ({ number, hasPassed: false, finishedOn });
  const passed: PastAttempt = { number: 1, hasPassed: true, finishedOn: "2024-01-01" };
  const from = (...past: PastAttempt[]) => nextAttemptFrom(assessment, past);
  expect(from()).toBeNull();
  expect(from(failed("2024-02-20"))).toBeNull();
  expect(from(failed("2024-02-20"), failed("2024-02-25"))).toBe("2024-03-03");
  expect(from(failed("2024-02-20"), failed("2024-02-25"), failed("2024-03-03"))).toBeNull();
  expect(from(failed("2023-12-20"), passed, failed("2024-12-31"))).toBeNull();
  expect(from(passed, failed("2024-12-25"), failed("2024-12-31"))).toBe("2025-01-07");
});

test.each<[string, Partial<Assessment>, string]>([
  ["no percent", { passPercent: 0 }, "passPercent"],
  ["no attempt", { attempts: 0 }, "attempts"],
  ["a year and more of cooling down", { coolDownDays: 366 }, "coolDownDays"],
  ["no question", { pools: [] }, "pools"],
  ["more drawn than there are", { pools: [{ name: "p", draw: 2, questions: [question("q")] }] }, "pools.0.draw"],
  [
    "a name twice",
    { pools: [{ name: "p", draw: 1, questions: [question("q"), question("q")] }] },
    "pools.0.questions.1.name",
  ],
  ["nothing right", { pools: [{ name: "p", draw: 1, questions: [question("q", [])] }] }, "pools.0.questions.0.options"],
])("an assessment with %s is refused where it is wrong", (_, wrong, field) => {
  expect(assessmentProblem({ ...assessment, ...wrong })?.path.join(".")).toBe(field);
  expect(assessmentProblem(assessment)).toBeNull();
});
