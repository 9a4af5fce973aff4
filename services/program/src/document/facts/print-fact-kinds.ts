import { byName, type Plain, withoutEmpty } from "../notation/index.js";
import type { DeclaredAttribute, DeclaredFactKind } from "./fact-shape.js";

export function printFactKind({ title, needs, attributes }: DeclaredFactKind): Plain {
  const printed = attributes && byName(attributes, printAttribute);
  // A kind that lists no attribute takes none, which differs from saying nothing of them.
  return { ...withoutEmpty({ title, needs }), ...(printed === null ? {} : { attributes: printed }) };
}

function printAttribute({ type, oneOf, isRequired }: DeclaredAttribute): Plain {
  return withoutEmpty({ type, "one-of": oneOf, required: isRequired });
}
