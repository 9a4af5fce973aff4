import { wordKey } from "@tiergraph/kit/values/same-customer";
import type { RegistrationTerms } from "@tiergraph/program/document/registrations";

/**
 * The product line that a text names, as the program writes it, with the key by which it is protected: capitals, spaces and
 * hyphens do not distinguish two lines. Null for a line that the program does not have.
 */
export function productLineOf(
  { productLines }: Pick<RegistrationTerms, "productLines">,
  text: string,
): { readonly name: string; readonly key: string } | null {
  const key = wordKey(text);
  if (productLines.length === 0) return { name: text.trim(), key };
  const name = productLines.find((line) => wordKey(line) === key);
  return name === undefined ? null : { name, key };
}
