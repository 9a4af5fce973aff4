import { expect, test } from "vitest";
import { reasonIn } from "./embedded-postgres.js";

test.each([
  ["the postmaster of a killed process", 'FATAL:  lock file "postmaster.pid" already exists', "DataInUse"],
  [
    "what a killed postmaster left behind",
    `FATAL:  pre-existing shared memory block (key 7996, ID 5) is still in use
HINT:  Terminate any old server processes associated with data directory "/data/cluster".`,
    "DataInUse",
  ],
  ["another server", 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', "PortTaken"],
  ["data of another version", "FATAL:  database files are incompatible with server", "Failed"],
])("a start that fails because of %s is known by what PostgreSQL prints", (_, log, reason) => {
  expect(reasonIn(log)).toBe(reason);
});
