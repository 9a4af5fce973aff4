import { parse } from "yaml";
import { pathOf, suggestion } from "../document/notation/index.js";
import { everyRequirement, type Program, printProgram } from "../document/program/index.js";
import { termsWithin } from "../document/requirements/index.js";
import type { Finding } from "./finding.js";

/** Finds reasons for changes at addresses that the document does not have. */
export function findChangesOfNothing(program: Program): Finding[] {
  if (program.changes.length === 0) return [];
  const addresses = addressesIn(program);
  return program.changes.flatMap(({ at }, i): Finding[] => {
    if (addresses.has(at)) return [];
    return [
      {
        code: "CHANGE_OF_NOTHING",
        severity: "warning",
        path: `changes[${i}].at`,
        message: `A reason is given for ${at}, which is not in the document${nearest(at, addresses)}.`,
        remedy: "Name the change by its address; for a removal, name the part that it was removed from.",
      },
    ];
  });
}

function nearest(at: string, addresses: ReadonlySet<string>): string {
  const found = suggestion(at, addresses);
  return found.startsWith("; did you mean") ? found.replace("?", "") : "";
}

/** The addresses of the printed document and of its written requirements. */
function addressesIn(program: Program): Set<string> {
  const addresses = new Set<string>();
  collect(parse(printProgram(program)), "", addresses);
  for (const node of everyRequirement(program)) {
    addresses.add(node.path);
    if (node.kind === "score") for (const { path } of termsWithin(node.score)) addresses.add(path);
  }
  // `up` and `down` may have been written as one key.
  if (program.governance !== null) addresses.add("governance.cadence");
  return addresses;
}

function collect(printed: unknown, path: string, addresses: Set<string>): void {
  if (path !== "") addresses.add(path);
  if (typeof printed !== "object" || printed === null) return;
  for (const [key, value] of Object.entries(printed))
    collect(value, Array.isArray(printed) ? `${path}[${key}]` : pathOf(path, key), addresses);
}
