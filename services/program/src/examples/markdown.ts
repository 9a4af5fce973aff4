/** Escapes free text for a line of Markdown: no headings, links, markup or HTML. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^([-+=])(?=[\s\-+=]|$)/, "\\$1");
}

/** A line of a nested list. */
export const item = (depth: number, text: string): string => `${"  ".repeat(depth)}- ${text}`;

/** A table inside a list, at its depth; cells are escaped already. */
export function table(depth: number, header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const indent = "  ".repeat(depth);
  const line = (cells: readonly string[]) => `${indent}| ${cells.join(" | ")} |`;
  return ["", line(header), line(header.map(() => "---")), ...rows.map(line), ""];
}
