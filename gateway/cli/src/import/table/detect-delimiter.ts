export const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The sign that separates most fields of the header; a comma where there is none. What stands in quotes does not count.
 *
 * @param start the beginning of the file, at least its header
 */
export function detectDelimiter(start: string): string {
  const unquoted = headerOf(start).replace(/"(?:[^"]|"")*"/g, "");
  const counts = DELIMITERS.map((sign) => ({ sign, count: unquoted.split(sign).length - 1 }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).sign;
}

/** Up to the first line break outside quotes, blank lines before it left out. */
const headerOf = (start: string): string =>
  /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start.replace(/^[\s\uFEFF]+/, ""))?.[0] ?? "";
