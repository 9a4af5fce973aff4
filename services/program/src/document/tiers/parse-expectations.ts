import { readTitle, type YamlCursor } from "../notation/index.js";
import { EXPECTED_EVERY, EXPECTED_OF, type Expectation } from "./expectation.js";

/** Reads the expectations, in document order. */
export function readExpectations(cursor: YamlCursor | null): Expectation[] {
  const entries = cursor?.mapping("expectations by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("an expectation").only(["title", "description", "why", "every", "of"]);
    return {
      name,
      title: readTitle(fields, name),
      description: fields.optional("description")?.words() ?? null,
      why: fields.required("why").words("why partners are expected to do it"),
      every: fields.optional("every")?.oneOf(EXPECTED_EVERY) ?? null,
      of: fields.optional("of")?.oneOf(EXPECTED_OF) ?? "partner",
    };
  });
}
