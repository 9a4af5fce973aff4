import { readDistinct, readTitle, type YamlCursor } from "../notation/index.js";
import {
  ATTRIBUTE_TYPES,
  type DeclaredAttribute,
  type DeclaredFactKind,
  NEEDABLE_FIELDS,
  type NeedableField,
} from "./fact-shape.js";
import { DECLARABLE_KINDS, FACT_KINDS } from "./fact-source.js";

/** Reads the kinds of facts that the program declares. */
export function readFactKinds(cursor: YamlCursor | null): DeclaredFactKind[] {
  const builtIn = new Set<string>(FACT_KINDS.filter((kind) => !DECLARABLE_KINDS.includes(kind)));
  const entries = cursor?.mapping("kinds of facts by name").entries ?? [];
  return entries.map(([name, field]) => {
    if (name.length > 64 || !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))
      field
        .atKey()
        .refuse("INVALID_VALUE", "a kind of fact is a name, or two joined by a dot, such as `portal.reviewed`");
    else if (builtIn.has(name)) field.atKey().refuse("INVALID_VALUE", `\`${name}\` is known without being declared`);
    const fields = field.mapping("a kind of fact").only(["title", "needs", "attributes"]);
    const needs = fields.optional("needs")?.listOrOne("a field of facts, or a list of them") ?? [];
    const attributes = fields.optional("attributes");
    return {
      name,
      title: readTitle(fields, name.replaceAll(".", " ")),
      needs: readDistinct<NeedableField>(needs, (need) => need.oneOf(NEEDABLE_FIELDS)),
      attributes: attributes === null ? null : readAttributes(attributes),
    };
  });
}

function readAttributes(cursor: YamlCursor): DeclaredAttribute[] {
  return cursor.mapping("attributes by name").entries.map(([name, field]) => {
    const fields = field.mapping("an attribute, such as `{ type: day }`").only(["type", "one-of", "required"]);
    const oneOf = fields.optional("one-of");
    const required = fields.optional("required");
    return {
      name,
      type: fields.optional("type")?.oneOf(ATTRIBUTE_TYPES) ?? "text",
      oneOf: oneOf && readDistinct(oneOf.list("the values that there are"), (value) => value.text("a value")),
      isRequired: required?.oneOf(["true", "false"]) === "true",
    };
  });
}
