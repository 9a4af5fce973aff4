import { expect, test } from "vitest";
import { readStatement, statementsIn } from "./read-statement.js";

const statement = (more: object = {}) => ({
  id: "12345678-1234-5678-1234-567812345678",
  actor: { objectType: "Agent", account: { homePage: "https://partners.example", name: "person" } },
  verb: { id: "http://adlnet.gov/expapi/verbs/passed", display: { "en-US": "passed" } },
  object: { id: "https://lms.example/courses/deal-desk?lang=en#end" },
  timestamp: "2024-02-29T23:30:00-01:00",
  ...more,
});

test("what was passed or completed is a completion on the day, UTC, on which it happened", () => {
  expect(readStatement(statement())).toEqual({
    kind: "Completion",
    report: { personId: "person", course: "deal-desk", completedOn: "2024-03-01" },
  });
  for (const verb of ["completed", "mastered"])
    expect(readStatement(statement({ verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` } })).kind).toBe(
      "Completion",
    );
  expect(readStatement(statement({ timestamp: undefined, stored: "2024-03-10T01:00:00Z" }))).toMatchObject({
    report: { completedOn: "2024-03-10" },
  });
});

test.each([
  ["another verb", { verb: { id: "http://adlnet.gov/expapi/verbs/experienced" } }],
  ["a failure", { result: { success: false } }],
  ["an end before the end", { result: { completion: false } }],
])("%s is passed over", (_, more) => {
  expect(readStatement(statement(more)).kind).toBe("PassedOver");
});

test.each<[string, unknown, string]>([
  ["nothing", null, ""],
  ["no account", statement({ actor: { mbox: "mailto:ada@example.com" } }), "actor.account"],
  ["no verb", statement({ verb: undefined }), "verb"],
  ["no object", statement({ object: {} }), "object.id"],
  ["no day", statement({ timestamp: undefined }), "timestamp"],
  ["a day that is none", statement({ timestamp: "yesterday" }), "timestamp"],
])("a statement with %s is invalid there", (_, given, field) => {
  expect(readStatement(given)).toMatchObject({ kind: "Invalid", field });
});

test("statements come one by one or as a list", () => {
  expect(statementsIn(JSON.stringify(statement()))).toHaveLength(1);
  expect(statementsIn(JSON.stringify([statement(), statement()]))).toHaveLength(2);
  expect([statementsIn("{"), statementsIn("7"), statementsIn("null")]).toEqual([null, null, null]);
});
