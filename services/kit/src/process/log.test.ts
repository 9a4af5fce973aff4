import { expect, test } from "vitest";
import { createLog } from "./log.js";

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLog("test", "info", { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

const refusedInsert = Object.assign(new Error('null value in column "amount" violates not-null constraint'), {
  code: "23502",
  detail: "Failing row contains (Jane Doe, 12 High Street).",
  where: "COPY customer, line 3: Jane Doe",
  hint: "Jane Doe",
  parameters: ["Jane Doe"],
  internalQuery: "select 'Jane Doe'",
  query: "insert into customer values ('Jane Doe')",
});

test("an error is logged with its name, message, code and stack, and without the contents of rows", () => {
  const lines = linesOf((log) => {
    log.error({ err: refusedInsert }, "failed");
    log.error(refusedInsert);
    log.error({ err: new Error("The database does not answer", { cause: refusedInsert }) }, "failed");
  });
  expect(lines[0]?.err).toEqual({
    type: "Error",
    message: 'null value in column "amount" violates not-null constraint',
    code: "23502",
    stack: refusedInsert.stack,
  });
  expect(lines[2]?.err).toMatchObject({ cause: { code: "23502" } });
  expect(JSON.stringify(lines)).not.toContain("Jane Doe");
});

test("what is no error is not written out as one", () => {
  const [line] = linesOf((log) => log.error({ err: { customer: "Jane Doe" } }, "failed"));
  expect(line?.err).toEqual({ type: "object", message: "not an error" });
});
