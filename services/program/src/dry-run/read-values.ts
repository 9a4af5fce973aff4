import type { PlacedPartner } from "../assess/index.js";
import { openYaml, type Problem, readDistinct, type YamlCursor, type YamlFields } from "../document/notation/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, parseCalendarDate } from "../exact/index.js";
import { readWrittenValue } from "./read-written-value.js";
import type { WrittenDay, WrittenPartner, WrittenTier } from "./written-partner.js";

export type ReadValues =
  | { readonly kind: "ValuesRead"; readonly partners: readonly WrittenPartner[] }
  /** In file order, at least one. */
  | { readonly kind: "ValuesRefused"; readonly problems: readonly Problem[] };

/**
 * Reads partners with their measures: one partner, or several by name under `partners`. A refusal lists every problem
 * with its line.
 */
export function readValues(program: Program, source: string): ReadValues {
  const opened = openYaml(source);
  if (opened.kind === "YamlRefused") return { kind: "ValuesRefused", problems: opened.problems };
  const fields = opened.root.mapping("the values of a partner");
  const several = fields.optional("partners");
  const partners =
    several === null
      ? [readPartner(program, "partner", fields)]
      : several
          .mapping("partners by name")
          .entries.map(([name, field]) => readPartner(program, name, field.mapping("the values of a partner")));
  if (several !== null) fields.only(["partners"]);
  const problems = opened.log.inOrder();
  return problems.length === 0 ? { kind: "ValuesRead", partners } : { kind: "ValuesRefused", problems };
}

const DAY_KEYS = ["measures", "tracks", "region", "country", "joined-on", "approvals", "on"];
const PARTNER_KEYS = [...DAY_KEYS, "tier", "since", "timeline"];

function readPartner(program: Program, name: string, fields: YamlFields): WrittenPartner {
  const nothing: WrittenDay = { on: null, partner: { tracks: [] }, approvals: [], values: new Map() };
  const start = readDay(program, fields, { before: nothing, keys: PARTNER_KEYS });
  const entries = fields.optional("timeline")?.list("entries, such as `{ on: 2024-03-12, revenue: 50000 }`") ?? [];
  const days: WrittenDay[] = [];
  for (const entry of entries) {
    const day = readDay(program, entry.mapping("the values of a day"), {
      before: days.at(-1) ?? start,
      keys: DAY_KEYS,
    });
    refuseDisorder(entry, day, days.at(-1));
    days.push(day);
  }
  const [first = start, ...others] = days;
  return { name, held: readHeld(program, fields), days: [first, ...others] };
}

function refuseDisorder(entry: YamlCursor, { on }: WrittenDay, before: WrittenDay | undefined): void {
  if (on === null) entry.refuseMissing("on");
  else if (before?.on != null && on <= before.on)
    entry.refuse("INVALID_VALUE", `${on} does not come after ${before.on}: a timeline goes from day to later day`);
}

function readDay(
  program: Program,
  fields: YamlFields,
  { before, keys }: { readonly before: WrittenDay; readonly keys: readonly string[] },
): WrittenDay {
  const values = new Map(before.values);
  const names = program.measures.map((measure) => measure.name);
  fields.only([...keys, ...names]);
  const nested = fields.optional("measures");
  // A measure with the name of a key of this file has to stand under `measures`.
  const isNested = nested?.isMapping === true;
  const given = [
    ...fields.entries.filter(([key]) => !keys.includes(key)),
    ...(isNested ? nested.mapping("values by measure").only(names).entries : []),
  ];
  for (const [name, cursor] of given) {
    const measure = program.measures.find((candidate) => candidate.name === name);
    const value = measure && readWrittenValue(program, measure, cursor);
    if (value != null) values.set(name, value);
  }
  if (nested !== null && !isNested) nested.refuse("WRONG_SHAPE", "expected values by measure");
  return {
    on: readDate(fields.optional("on")) ?? before.on,
    partner: readSubject(program, fields, before.partner),
    approvals: readNames(fields.optional("approvals"), "approval", program.approvals) ?? before.approvals,
    values,
  };
}

function readSubject(program: Program, fields: YamlFields, before: PlacedPartner): PlacedPartner {
  return {
    tracks: readNames(fields.optional("tracks"), "track", program.tracks) ?? before.tracks,
    region: fields.optional("region")?.text("a region") ?? before.region ?? null,
    country: fields.optional("country")?.text("a country") ?? before.country ?? null,
    joinedOn: readDate(fields.optional("joined-on")) ?? before.joinedOn ?? null,
  };
}

/** Null where the list is left out; empty where it is empty. */
function readNames(
  cursor: YamlCursor | null,
  what: string,
  declared: readonly { readonly name: string }[],
): string[] | null {
  if (cursor === null) return null;
  if (cursor.isEmptyCollection) return [];
  const names = new Set(declared.map(({ name }) => name));
  return readDistinct(cursor.listOrOne("a name, or a list of names"), (element) => element.nameOf(what, names));
}

function readHeld(program: Program, fields: YamlFields): WrittenTier | null {
  const tier = fields.optional("tier");
  const since = fields.optional("since");
  if (tier === null) {
    since?.atKey().refuse("MISSING_KEY", "`since` says since when a tier is held, and there is no `tier`");
    return null;
  }
  const names = new Set(program.tiers.map(({ name }) => name));
  return { tier: tier.nameOf("tier", names), since: readDate(since) };
}

function readDate(cursor: YamlCursor | null): CalendarDate | null {
  if (cursor === null) return null;
  const text = cursor.text("a day such as 2024-03-12");
  const date = parseCalendarDate(text);
  if (date === null && text !== "") cursor.refuse("INVALID_VALUE", `expected a day such as 2024-03-12, found ${text}`);
  return date;
}
