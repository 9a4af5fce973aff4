import { readDistinct, titleFromName, type YamlCursor, type YamlFields } from "../notation/index.js";
import type { Citable } from "./citable.js";
import { readPoints, readTerm, type Scoring } from "./parse-term.js";
import type { BestScore, Score, ScoreSheet, ScoreTerm } from "./requirement.js";
import { extentOf, sheetsOf } from "./score-terms.js";

/** Scores and shared terms by name; null stands for one that could not be read, which is reported. */
export interface NamedScores {
  readonly scores: Map<string, Score | null>;
  readonly terms: Map<string, ScoreTerm | null>;
}

/** Limits of nesting, and of the terms of a score with all cited scores written out. */
export const MAX_HEIGHT_OF_SCORES = 8;
export const MAX_TERMS_OF_SCORE = 200;

/**
 * Reads the sections `scores` and `terms`, in document order. A score may count the total of another one above or below
 * it, and cite terms, without cycles.
 */
export function readScores(
  sections: { readonly scores: YamlCursor | null; readonly terms: YamlCursor | null },
  scoring: Pick<Scoring, "citable" | "readGate">,
): NamedScores {
  const [scores, terms] = [
    fieldsOf(sections.scores, ["scores by name", "a score"]),
    fieldsOf(sections.terms, ["terms by name", "a term of a score"]),
  ];
  const reader = new ScoreReader({ scores, terms, scoring });
  return {
    scores: new Map([...scores.keys()].map((name) => [name, reader.score(name)])),
    terms: new Map([...terms.keys()].map((name) => [name, reader.term(name)])),
  };
}

function fieldsOf(cursor: YamlCursor | null, [all, one]: readonly [string, string]): Map<string, YamlFields> {
  return new Map((cursor?.mapping(all).named() ?? []).map(([name, field]) => [name, field.mapping(one)]));
}

/** Reads each score and each term once, after those that it cites. */
class ScoreReader {
  readonly #scores = new Map<string, Score | null>();
  readonly #terms = new Map<string, ScoreTerm | null>();
  /** The names being read, each cited by the one before. */
  readonly #open: string[] = [];

  constructor(
    private readonly sections: {
      readonly scores: ReadonlyMap<string, YamlFields>;
      readonly terms: ReadonlyMap<string, YamlFields>;
      readonly scoring: Pick<Scoring, "citable" | "readGate">;
    },
  ) {}

  score(name: string): Score | null {
    return this.#once(name, { known: this.#scores, sections: this.sections.scores }, (fields) => {
      const score = fields.has("best-of")
        ? this.#best(fields, name)
        : readSheet(fields.only(SHEET_KEYS), { name, scoring: this.#scoring });
      return score && refuseExtent(score, fields);
    });
  }

  term(name: string): ScoreTerm | null {
    return this.#once(`terms.${name}`, { known: this.#terms, sections: this.sections.terms }, (fields) => {
      if (!fields.has("term")) return readTerm(fields.owner, this.#scoring);
      fields.required("term").atKey().refuse("INVALID_VALUE", "a term of this section cites no other one");
      return null;
    });
  }

  get #scoring(): Scoring {
    return {
      ...this.sections.scoring,
      isScore: (name) => this.sections.scores.has(name),
      citeScore: (cursor) =>
        this.#cite(cursor, { what: "score", key: "", sections: this.sections.scores }, (name) => this.score(name)),
      citeTerm: (cursor) =>
        this.#cite(cursor, { what: "term", key: "terms.", sections: this.sections.terms }, (name) => this.term(name)),
    };
  }

  #once<Read>(
    key: string,
    {
      known,
      sections,
    }: { readonly known: Map<string, Read | null>; readonly sections: ReadonlyMap<string, YamlFields> },
    read: (fields: YamlFields) => Read | null,
  ): Read | null {
    const name = key.replace(/^terms\./, "");
    const fields = sections.get(name);
    const before = known.get(name);
    if (before !== undefined || fields === undefined) return before ?? null;
    this.#open.push(key);
    const found = read(fields);
    this.#open.pop();
    known.set(name, found);
    return found;
  }

  #cite<Read>(
    cursor: YamlCursor,
    {
      what,
      key,
      sections,
    }: { readonly what: string; readonly key: string; readonly sections: ReadonlyMap<string, YamlFields> },
    read: (name: string) => Read | null,
  ): Read | null {
    const misfit = what === "score" ? measuredBy(this.sections.scoring.citable) : undefined;
    const name = cursor.nameOf(what, sections, misfit);
    const at = this.#open.indexOf(key + name);
    if (at !== -1) {
      const circle = [...this.#open.slice(at), key + name].join(" → ");
      cursor.refuse("INVALID_VALUE", `\`${key}${name}\` would be counted in itself: ${circle}`);
      return null;
    }
    if (this.#open.length <= 2 * MAX_HEIGHT_OF_SCORES) return read(name);
    refuseHeight(cursor);
    return null;
  }

  #best(fields: YamlFields, name: string): BestScore | null {
    return readBest(fields.only(BEST_KEYS), { name, scoring: this.#scoring });
  }
}

function refuseExtent(score: Score, fields: YamlFields): Score | null {
  const { height, terms } = extentOf(score);
  const written = sheetsOf(score).reduce((sum, sheet) => sum + sheet.terms.length, 0);
  const cursor = fields.owner.atKey();
  if (height > MAX_HEIGHT_OF_SCORES) refuseHeight(cursor);
  else if (terms > MAX_TERMS_OF_SCORE && terms > written)
    cursor.refuse(
      "TOO_LARGE",
      `this score comes to more than ${MAX_TERMS_OF_SCORE} terms, with those of the scores in it`,
    );
  else return score;
  return null;
}

const refuseHeight = (cursor: YamlCursor): void =>
  cursor.refuse("TOO_DEEP", `scores are counted in one another at most ${MAX_HEIGHT_OF_SCORES} deep`);

const SHEET_KEYS = ["title", "terms", "cap"];
const BEST_KEYS = ["title", "best-of"];
const TOTAL_KEYS = ["total", "more-than"];

/** Reads a score that is written in place, without its total. */
export function readInlineScore(
  fields: YamlFields,
  { citable, readGate }: Pick<Scoring, "citable" | "readGate">,
): Score | null {
  const [scores, terms] = [citable.scores ?? new Map<string, Score | null>(), citable.terms];
  const scoring: Scoring = {
    citable,
    readGate,
    isScore: (name) => scores.has(name),
    citeScore: (cursor) => scores.get(cursor.nameOf("score", scores, measuredBy(citable))) ?? null,
    citeTerm: (cursor) => terms.get(cursor.nameOf("term", terms)) ?? null,
  };
  const score = fields.has("best-of")
    ? readBest(fields.only([...BEST_KEYS, ...TOTAL_KEYS]), { name: null, scoring })
    : readSheet(fields.only([...SHEET_KEYS, ...TOTAL_KEYS]), { name: null, scoring });
  return score && refuseExtent(score, fields);
}

/** Explains the name of a measure where a score is expected. */
export const measuredBy =
  ({ measures }: Pick<Citable, "measures">) =>
  (name: string): string | null =>
    measures.has(name) ? `\`${name}\` is a measure: write \`measure: ${name}\`` : null;

interface ReadingScore {
  readonly name: string | null;
  readonly scoring: Scoring;
}

function readBest(fields: YamlFields, { name, scoring }: ReadingScore): BestScore | null {
  const cursor = fields.required("best-of");
  const elements = cursor.list("the names of two scores or more");
  if (elements.length === 1) cursor.refuse("WRONG_SHAPE", "the best is one of two scores or more");
  const cited = new Map(elements.map((element) => [element, scoring.citeScore(element)]));
  readDistinct(elements, (element) => cited.get(element)?.name ?? "");
  const of = elements.flatMap((element): ScoreSheet[] => {
    const score = cited.get(element) ?? null;
    if (score?.kind !== "best-of") return score === null ? [] : [score];
    element.refuse(
      "INVALID_VALUE",
      `\`${score.name}\` is the best of several scores itself: \`best-of\` takes scores of terms`,
    );
    return [];
  });
  const title = readTitle(fields, name);
  return of.length === elements.length && of.length > 0 ? { kind: "best-of", name, title, of } : null;
}

function readSheet(fields: YamlFields, { name, scoring }: ReadingScore): ScoreSheet {
  const terms = fields.required("terms").list("terms, such as `{ measure: net-adds, points: 3 }`");
  return {
    kind: "sheet",
    name,
    title: readTitle(fields, name),
    terms: terms.map((term) => readTerm(term, scoring)).filter((term) => term !== null),
    cap: readPoints(fields.optional("cap")),
  };
}

function readTitle(fields: YamlFields, name: string | null): string {
  return fields.optional("title")?.words("a title") ?? (name === null ? "Score" : titleFromName(name));
}
