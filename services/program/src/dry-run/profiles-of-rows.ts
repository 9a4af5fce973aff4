import { suggestion } from "../document/notation/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, parseCalendarDate } from "../exact/index.js";
import { MAX_ROW_PROBLEMS, type Row } from "./facts-of-rows.js";
import type { WrittenPartner } from "./written-partner.js";

export type ReadProfiles =
  | { readonly kind: "ProfilesRead"; readonly partners: readonly WrittenPartner[] }
  | { readonly kind: "ProfilesRefused"; readonly problems: readonly string[] };

const COLUMNS = ["partner", "tracks", "region", "country", "joined-on", "approvals", "tier", "since"];

/** Reads partner data that is not in facts. Tracks and approvals in one cell are separated by `|` or a space. */
export function profilesOfRows(program: Program, header: readonly string[], rows: readonly Row[]): ReadProfiles {
  const strange = header.find((name) => name !== "" && !COLUMNS.includes(name));
  if (strange !== undefined) return refused([`line 1: unknown column ${strange}${suggestion(strange, COLUMNS)}`]);
  if (!header.includes("partner")) return refused(["line 1: the column partner is missing."]);
  const problems: string[] = [];
  const partners = new Map<string, WrittenPartner>();
  for (const row of rows) {
    if (problems.length >= MAX_ROW_PROBLEMS) break;
    const say = (problem: string) => problems.push(`line ${row.line}: ${problem}`);
    const profile = profileOf(program, { header, row, say });
    if (partners.has(profile.name)) say(`the partner ${profile.name} is listed a second time.`);
    partners.set(profile.name, profile);
  }
  return problems.length > 0 ? refused(problems) : { kind: "ProfilesRead", partners: [...partners.values()] };
}

const refused = (problems: readonly string[]): ReadProfiles => ({ kind: "ProfilesRefused", problems });

interface Reading {
  readonly header: readonly string[];
  readonly row: Row;
  readonly say: (problem: string) => void;
}

function profileOf(program: Program, { header, row, say }: Reading): WrittenPartner {
  const cell = (name: string): string | null => row.cells[header.indexOf(name)]?.trim() || null;
  const names = (column: string, what: string, declared: readonly { readonly name: string }[]): string[] => {
    const known = declared.map(({ name }) => name);
    const found = (cell(column) ?? "").split(/[|\s]+/).filter((name) => name !== "");
    for (const name of found) if (!known.includes(name)) say(`unknown ${what} ${name}${suggestion(name, known)}`);
    return found;
  };
  const day = (column: string): CalendarDate | null => {
    const text = cell(column);
    const date = text === null ? null : parseCalendarDate(text);
    if (text !== null && date === null) say(`${text} is no day. Expected is YYYY-MM-DD.`);
    return date;
  };
  const name = cell("partner");
  if (name === null) say("the partner is missing.");
  const [tier] = names("tier", "tier", program.tiers);
  const partner = {
    tracks: names("tracks", "track", program.tracks),
    region: cell("region"),
    country: cell("country"),
    joinedOn: day("joined-on"),
  };
  const approvals = names("approvals", "approval", program.approvals);
  return {
    name: name ?? "",
    held: tier === undefined ? null : { tier, since: day("since") },
    days: [{ on: null, partner, approvals, values: new Map() }],
  };
}
