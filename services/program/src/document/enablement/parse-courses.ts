import { readNames, readTitle, type YamlCursor } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import { type Course, type CourseCertification, ROLES } from "./enablement.js";

const KEYS = ["title", "role", "version", "modules", "requires", "certifies"];

/** Reads the courses, in document order; required courses come first. */
export function readCourses(cursor: YamlCursor | null): Course[] {
  const entries = cursor?.mapping("courses by name").named() ?? [];
  const before = new Set<string>();
  return entries.map(([name, field]) => {
    const fields = field.mapping("a course").only(KEYS);
    const certifies = fields.optional("certifies");
    const course = {
      name,
      title: readTitle(fields, name),
      role: fields.optional("role")?.oneOf(ROLES) ?? null,
      version: fields.optional("version")?.wholeNumber({ min: 1, max: 1_000_000 }) ?? 1,
      modules: (fields.optional("modules")?.mapping("modules by name").named() ?? []).map(([module, of]) => ({
        name: module,
        title: readTitle(of.mapping("a module").only(["title"]), module),
      })),
      requires: readNames(fields, "requires", { what: "earlier course", known: before }),
      certifies: certifies === null ? null : readCertification(certifies),
    };
    before.add(name);
    return course;
  });
}

function readCertification(cursor: YamlCursor): CourseCertification {
  const fields = cursor
    .mapping("`{ level: professional, valid: 24 months }`")
    .only(["level", "valid", "renewal", "recertify-within"]);
  const [valid, renewal] = [fields.optional("valid"), fields.optional("renewal")];
  const recertify = fields.optional("recertify-within");
  if (renewal !== null && valid === null)
    renewal.atKey().refuse("INVALID_VALUE", "a certification that holds for good is not renewed: say `valid`");
  return {
    level: fields.required("level").text("a level, such as professional"),
    validMonths: valid === null ? null : readLength(valid, ["month"]).count,
    renewalDays: renewal === null ? null : readLength(renewal, ["day"]).count,
    recertifyDays: recertify === null ? null : readLength(recertify, ["day"]).count,
  };
}
