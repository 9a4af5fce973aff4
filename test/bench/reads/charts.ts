import { median } from "../timing.js";

/** Figures of one contestant, one of each round. */
export interface Figures {
  readonly perSecond: readonly number[];
  /** Milliseconds of CPU a request. */
  readonly app: readonly number[];
  readonly postgres: readonly number[];
}
/** By operation and contestant. */
export type Charted = Readonly<Record<string, Readonly<Record<string, Figures>>>>;

const WIDTH = 640;
const LABELS = 170;
const ROW = 26;
const BARS = WIDTH - LABELS - 150;

/** A page of its own with bars: requests a second with the least and the most, and CPU of application and PostgreSQL. */
export function chartPage(charted: Charted, conditions: string): string {
  const sections = Object.entries(charted).map(
    ([operation, contestants]) => `<h2>${operation}</h2>
      <figure><figcaption>Requests a second; the line goes from the least round to the most.</figcaption>${ratesOf(contestants)}</figure>
      <figure><figcaption>CPU of a request, ms: application <i class="app"></i>, PostgreSQL <i class="postgres"></i>.</figcaption>${cpuOf(contestants)}</figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Reads</title><style>${STYLE}</style><h1>Reads</h1><p>${conditions}</p>${sections.join("")}</html>`;
}

function ratesOf(contestants: Readonly<Record<string, Figures>>): string {
  const most = Math.max(...Object.values(contestants).flatMap(({ perSecond }) => perSecond));
  const at = (value: number) => (value / most) * BARS;
  const rows = Object.entries(contestants).map(([name, { perSecond }]) => {
    const [middle, least, greatest] = [median(perSecond), Math.min(...perSecond), Math.max(...perSecond)];
    return {
      name,
      value: middle.toFixed(0),
      end: at(greatest),
      marks: `<rect class="app" width="${at(middle)}" height="12" y="6"/>
        <line x1="${at(least)}" x2="${at(greatest)}" y1="12" y2="12"/>`,
    };
  });
  return chartOf(rows);
}

function cpuOf(contestants: Readonly<Record<string, Figures>>): string {
  const cpu = Object.entries(contestants).map(([name, { app, postgres }]) => ({
    name,
    app: median(app),
    postgres: median(postgres),
  }));
  const most = Math.max(...cpu.map(({ app, postgres }) => app + postgres));
  const at = (value: number) => (value / most) * BARS;
  const rows = cpu.map(({ name, app, postgres }) => ({
    name,
    value: `${(app + postgres).toFixed(2)} ms`,
    end: at(app + postgres),
    marks: `<rect class="app" width="${at(app)}" height="12" y="6"/>
      <rect class="postgres" x="${at(app)}" width="${at(postgres)}" height="12" y="6"/>`,
  }));
  return chartOf(rows);
}

interface Bar {
  readonly name: string;
  readonly value: string;
  /** Where its marks end. */
  readonly end: number;
  readonly marks: string;
}

function chartOf(rows: readonly Bar[]): string {
  const bars = rows.map(
    ({ name, value, end, marks }, i) => `<g transform="translate(${LABELS} ${i * ROW})">
      <text x="-10" y="16" text-anchor="end">${name}</text>${marks}<text x="${end + 8}" y="16">${value}</text></g>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${rows.length * ROW}" role="img">${bars.join("")}</svg>`;
}

const STYLE = `
  :root { color-scheme: light dark; --app: #2f6feb; --postgres: #c98500; }
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; }
  figure { margin: 1rem 0 2rem; } figcaption { margin-bottom: 0.5rem; }
  svg { width: 100%; } text { font-size: 13px; fill: currentColor; } line { stroke: currentColor; stroke-width: 1.5; }
  .app { fill: var(--app); background: var(--app); } .postgres { fill: var(--postgres); background: var(--postgres); }
  i { display: inline-block; width: 0.8em; height: 0.8em; }
  @media (prefers-color-scheme: dark) { :root { --app: #6ea0ff; --postgres: #e5a83a; } }`;
