import { titleFromName } from "./name.js";
import { readMoney } from "./parse-number.js";
import { type Benefit, DIMENSIONS } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Reads the benefits that tiers may give, in the order of the document. */
export function readBenefits(cursor: YamlCursor | null, currency: string): Benefit[] {
  const entries = cursor?.mapping("benefits by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a benefit").only(["title", "dimension", "description", "why", "value", "cost"]);
    const [value, cost] = [fields.optional("value"), fields.optional("cost")];
    return {
      name,
      title: fields.optional("title")?.text("a title") ?? titleFromName(name),
      dimension: fields.required("dimension").oneOf(DIMENSIONS),
      description: fields.optional("description")?.text() ?? null,
      why: fields.required("why").text("why partners get it"),
      value: value && readMoney(value, currency),
      cost: cost && readMoney(cost, currency),
    };
  });
}
