import { expect, test } from "vitest";
import { publicErrorOf } from "./dead-jobs.js";

test("people are shown one line of a job's last error, and no addresses of servers", () => {
  expect(publicErrorOf("connect ECONNREFUSED 10.0.0.5:5432\n    at Socket.connect")).toBe(
    "connect ECONNREFUSED (address)",
  );
  expect(publicErrorOf("connect ECONNREFUSED ::1:5432")).toBe("connect ECONNREFUSED (address)");
  expect(publicErrorOf("connect ETIMEDOUT [fe80::1]:443 now")).toBe("connect ETIMEDOUT (address) now");
  expect(publicErrorOf("no answer from db.internal:6432 in time")).toBe("no answer from (address) in time");
  expect(publicErrorOf("getaddrinfo ENOTFOUND db.internal")).toBe("getaddrinfo ENOTFOUND (address)");
  expect(publicErrorOf("Not before 2026-01-31T12:30:00Z: it is too early")).toBe(
    "Not before 2026-01-31T12:30:00Z: it is too early",
  );
  expect(publicErrorOf("x".repeat(1_000))).toHaveLength(200);
});
