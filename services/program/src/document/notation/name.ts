/** The rule for names in a document, as a sentence for its author. */
export const NAME_RULE = "a name has small letters, digits and single hyphens, at most 64 in all, such as `win-rate`";

/** Whether a text is a valid name. */
export function isName(text: string): boolean {
  return text.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** The default title: `win-rate` becomes `Win rate`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
