import type { MappedLine } from "../mapping/mapped-line.js";
import { given, shortened } from "./field-text.js";
import type { LineReading } from "./line-problem.js";
import { type PartnerReport, partnerNamedBy } from "./partner-of-line.js";

/** `PersonInput` of the graph, without the partner's id: what is null there stays as it was. */
export interface PersonOfLine {
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string | null;
}

export interface PersonReport {
  readonly partner: PartnerReport;
  readonly person: PersonOfLine;
}

export interface CompletionReport extends PersonReport {
  readonly completion: { readonly course: string; readonly completedOn: string };
}

const ROLES: ReadonlyMap<string, string> = new Map([
  ["sales", "SALES"],
  ["engineering", "ENGINEERING"],
  ["customer-success", "CUSTOMER_SUCCESS"],
]);

/** Reads one line as a person, or returns its first problem. */
export function personOfLine(line: MappedLine): LineReading<PersonReport> {
  const externalId = line.text("externalId");
  const refused = refusing(externalId);
  if (externalId === "") return refused("EXTERNAL_ID_MISSING", "externalId", "The line has no external id.");
  const partner = partnerNamedBy(line);
  if (partner === null) return refused("PARTNER_MISSING", "partner", "The line names no partner.");
  const role = line.text("role").toLowerCase();
  if (role !== "" && !ROLES.has(role))
    return refused(
      "ROLE_UNKNOWN",
      "role",
      `"${shortened(role)}" is no role. Expected is ${[...ROLES.keys()].join(" or ")}, or a word that the mapping gives a meaning.`,
    );
  const person = {
    externalId,
    name: given(line.text("name")),
    email: given(line.text("email")),
    role: ROLES.get(role) ?? null,
  };
  return { kind: "Understood", report: { partner, person } };
}

/** Reads one line as a completed course, or returns its first problem. The graph checks whether the course exists. */
export function completionOfLine(line: MappedLine): LineReading<CompletionReport> {
  const externalId = line.text("person");
  const refused = refusing(externalId);
  if (externalId === "") return refused("PERSON_MISSING", "person", "The line names no person.");
  const partner = partnerNamedBy(line);
  if (partner === null) return refused("PARTNER_MISSING", "partner", "The line names no partner.");
  const course = line.text("course");
  if (course === "") return refused("COURSE_MISSING", "course", "The line names no course.");
  const completedOn = line.day("completedOn");
  if (completedOn.kind === "Refused") return { ...completedOn, externalId };
  if (completedOn.text === null) return refused("DATE_INVALID", "completedOn", "The line has no day of completion.");
  const person = { externalId, name: given(line.text("personName")), email: null, role: null };
  return {
    kind: "Understood",
    report: { partner, person, completion: { course, completedOn: completedOn.text } },
  };
}

const refusing =
  (externalId: string) =>
  (
    code: string,
    field: string,
    message: string,
  ): { kind: "Refused"; externalId: string; problem: { code: string; field: string; message: string } } => ({
    kind: "Refused",
    externalId,
    problem: { code, field, message },
  });
