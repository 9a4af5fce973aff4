import { expect, test } from "vitest";
import { accessLog, costIn } from "./access-log.js";

test("a line names the request, its operation, its end and its cost, and nobody", () => {
  const lines: unknown[] = [];
  const write = accessLog({ info: ((line: object) => void lines.push(line)) as never }, "a secret");
  const request = {
    requestId: "r1",
    subject: "ann@vendor.example",
    role: "PARTNER",
    operation: "PortalHome",
    outcome: "answered",
    status: 200,
    seconds: 0.0123,
    body: '{"data":{"note":"\\"cost\\":{\\"actual\\":9"},"extensions":{"cost":{"requested":7,"actual":4,"available":1}}}',
  } as const;
  write(request);
  write({ ...request, subject: "ann@vendor.example " });
  write({ ...request, subject: null, role: null, operation: null, outcome: "refused", status: 401, body: null });
  expect(lines).toMatchObject([
    {
      requestId: "r1",
      viewer: expect.stringMatching(/^[0-9a-f]{16}$/),
      operation: "PortalHome",
      milliseconds: 12,
      cost: 4,
    },
    { role: "PARTNER" },
    { viewer: null, status: 401, cost: null },
  ]);
  expect(JSON.stringify(lines)).not.toContain("ann");
  expect(costIn('{"data":{}}')).toBeNull();
});
