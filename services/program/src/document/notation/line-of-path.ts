import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { pathOf } from "./quote.js";

/**
 * Finds the line, from 1, of a path in a valid document. For a path that is not written, such as a default, the line of
 * its nearest parent.
 */
export function lineFinder(source: string): (path: string) => number {
  const lines = new LineCounter();
  const { contents } = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return (path) => {
    let node: Node | null = contents;
    let [at, walked] = [contents?.range?.[0] ?? 0, ""];
    while (node !== null && walked !== path) {
      const next: Child | null = childOn(node, walked, path);
      if (next === null) break;
      [node, at, walked] = [next.node, next.at, next.path];
    }
    return lines.linePos(at).line;
  };
}

interface Child {
  readonly node: Node | null;
  readonly at: number;
  readonly path: string;
}

/** The child on the way to a path; null for none. */
function childOn(node: Node, walked: string, path: string): Child | null {
  const leadsOn = (to: string) => path === to || path.startsWith(`${to}.`) || path.startsWith(`${to}[`);
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const to = pathOf(walked, String(key.value));
      if (leadsOn(to)) return { node: value as Node | null, at: key.range?.[0] ?? 0, path: to }; // What YAML reads is a node.
    }
  }
  if (isSeq(node)) {
    const at = Number(/^\[(\d+)\]/.exec(path.slice(walked.length))?.[1] ?? Number.NaN);
    const item = node.items[at] as Node | undefined; // As above.
    if (item !== undefined) return { node: item, at: item.range?.[0] ?? 0, path: `${walked}[${at}]` };
  }
  return null;
}
