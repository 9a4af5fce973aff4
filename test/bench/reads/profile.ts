import { readFileSync } from "node:fs";

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds of a function: in itself, and with what it calls. */
interface Spent {
  own: number;
  whole: number;
}

const WAITING = new Set(["(idle)", "(root)"]);
const SHOWN = 45;

/** What a process spent its CPU on, from the file that `node --cpu-prof` wrote, in percent of what it was busy. */
export function profileInWords(file: string): string {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as CpuProfile; // As Node writes it.
  const ownOf = new Map<number, number>();
  for (const [i, id] of samples.entries()) ownOf.set(id, (ownOf.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1_000);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const functions = new Map<string, Spent>();
  const rooms = new Map<string, number>();
  let busy = 0;
  /** @param open functions that are being counted: one that calls itself counts once */
  const visit = (id: number, open: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (node === undefined) return 0;
    const { functionName, url, lineNumber } = node.callFrame;
    const place = placeOf(url);
    const name = `${functionName || "(anonymous)"} ${place}:${lineNumber + 1}`;
    const own = WAITING.has(functionName) ? 0 : (ownOf.get(id) ?? 0);
    const inside = new Set(open).add(name);
    const whole = (node.children ?? []).reduce((sum, child) => sum + visit(child, inside), own);
    const spent = functions.get(name) ?? { own: 0, whole: 0 };
    spent.own += own;
    if (!open.has(name)) spent.whole += whole;
    functions.set(name, spent);
    const room = url === "" ? functionName : (/^(.*)\/[^/]*$/.exec(place)?.[1] ?? place);
    rooms.set(room, (rooms.get(room) ?? 0) + own);
    busy += own;
    return whole;
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, new Set());
  const share = (ms: number) => `${((ms / busy) * 100).toFixed(1).padStart(5)}%`;
  const most = <Value>(values: Map<string, Value>, of: (value: Value) => number) =>
    [...values].sort((a, b) => of(b[1]) - of(a[1])).slice(0, SHOWN);
  return [
    "By room:",
    ...most(rooms, (own) => own).map(([room, own]) => `${share(own)}  ${room}`),
    "In itself:",
    ...most(functions, ({ own }) => own).map(([name, { own }]) => `${share(own)}  ${name}`),
    "With what it calls:",
    ...most(functions, ({ whole }) => whole).map(([name, { whole }]) => `${share(whole)}  ${name}`),
  ].join("\n");
}

/** A file from its package on. */
const placeOf = (url: string): string =>
  url
    .replace(/^.*\/node_modules\//, "")
    .replace(/^.*\/(services|gateway|schema|test)\//, "$1/")
    .replace("/dist/", "/");
