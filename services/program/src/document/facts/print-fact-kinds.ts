import { byName, type Plain, withoutEmpty } from "../notation/index.js";
import type { DeclaredAttribute, DeclaredFactKind } from "./fact-shape.js";

export function printFactKind({ title, needs, attributes }: DeclaredFactKind): Plain {
  const printed = attributes && byName(attributes, printAttribute);
  // An empty list of attributes allows none; a missing list allows any.
  return { ...withoutEmpty({ title, needs }), ...(printed === null ? {} : { attributes: printed }) };
}

function printAttribute({ type, oneOf, isRequired }: DeclaredAttribute): Plain {
  return withoutEmpty({ type, "one-of": oneOf, required: isRequired });
}
