import { readTitle, type YamlCursor } from "../notation/index.js";
import type { Approval } from "./approval.js";

/** Reads the approvals, in document order. */
export function readApprovals(cursor: YamlCursor | null): Approval[] {
  const entries = cursor?.mapping("approvals by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("an approval").only(["title", "why"]);
    return { name, title: readTitle(fields, name), why: fields.required("why").words("why a person decides") };
  });
}
