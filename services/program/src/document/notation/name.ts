/** What every name in a document keeps to, as a sentence for its author. */
export const NAME_RULE = "a name has small letters, digits and single hyphens, at most 64 in all, such as `win-rate`";

/** Whether a text can be the name of a tier, a measure and so on. */
export function isName(text: string): boolean {
  return text.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** The title of what has none of its own: `win-rate` is shown as `Win rate`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
