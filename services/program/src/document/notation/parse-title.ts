import { titleFromName } from "./name.js";
import type { YamlFields } from "./yaml-fields.js";

export function readTitle(fields: YamlFields, name: string): string {
  return fields.optional("title")?.words("a title") ?? titleFromName(name);
}
