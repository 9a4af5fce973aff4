import { titleFromName } from "./name.js";
import { readLength } from "./parse-window.js";
import { type Course, ROLES } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Reads the courses, in the order of the document. */
export function readCourses(cursor: YamlCursor | null): Course[] {
  const entries = cursor?.mapping("courses by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a course").only(["title", "role", "certifies"]);
    const certifies = fields.optional("certifies");
    return {
      name,
      title: fields.optional("title")?.text("a title") ?? titleFromName(name),
      role: fields.optional("role")?.oneOf(ROLES) ?? null,
      certifies: certifies === null ? null : readCertification(certifies),
    };
  });
}

function readCertification(cursor: YamlCursor): Course["certifies"] {
  const fields = cursor.mapping("`{ level: professional, valid: 24 months }`").only(["level", "valid"]);
  const valid = fields.optional("valid");
  return {
    level: fields.required("level").text("a level, such as professional"),
    validMonths: valid === null ? null : readLength(valid, ["month"]).count,
  };
}
