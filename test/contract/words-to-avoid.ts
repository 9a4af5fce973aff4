/** Words that texts, comments and names do without: software is not told and does not hear, and nobody says whoever. */
const WORDS_TO_AVOID = [
  "told",
  "tell",
  "tells",
  "telling",
  "untold",
  "hear",
  "hears",
  "heard",
  "whoever",
  "whomever",
  "whatever",
  "be it",
  "be they",
  "one's own",
  "it is of",
  "deed",
  "deeds",
  "stretch",
  "stretches",
  "come to be",
  "comes to be",
  "what became of",
  "as told",
];
const ANY_OF_THEM = new RegExp(`\\b(?:${WORDS_TO_AVOID.join("|")})\\b`, "i");

/** The first word to avoid in a sentence, as it is written there; null where there is none. */
export const wordToAvoid = (sentence: string): string | null => ANY_OF_THEM.exec(sentence)?.[0] ?? null;

/** The descriptions of a schema, each on one line. */
export const descriptionsOf = (sdl: string): string[] =>
  [...sdl.matchAll(/"""(.*?)"""/gs)].map(([, text = ""]) => text.trim().replaceAll(/\s+/g, " "));

/** Texts of several words in a TypeScript source: what a user may read. Statements for the database are left out. */
export const sentencesIn = (source: string): string[] =>
  source
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`/g)])
    .map(([, plain, template]) => (plain ?? template ?? "").replaceAll(/\$\{[^}]*\}/g, "…"))
    .filter((text) => /\w \w/.test(text));

const COMMENT = /(?<comment>\/\/[^\n]*(?:\n[^\S\n]*\/\/[^\n]*)*|\/\*.*?\*\/)/;
const TEXT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/;
const TEMPLATE = /`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^`}]|`(?:[^`\\]|\\.)*`)*\})*`/;
const PATTERN = /(?<=(?:[(,=:[!&|?{};>]|\breturn)\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//;
/** A comment, or what only looks like one: a text or a pattern that contains `//`. */
const TOKEN = new RegExp([COMMENT, TEXT, TEMPLATE, PATTERN].map(({ source }) => source).join("|"), "gs");

/** The comments of a TypeScript source, each block and each run of lines as one sentence, code in backticks left out. */
export const commentsIn = (source: string): string[] =>
  [...source.matchAll(TOKEN)].flatMap(({ groups }) =>
    groups?.comment === undefined
      ? []
      : groups.comment
          .replaceAll(/`[^`]*`/g, "…")
          .replaceAll(/^\s*(?:\/\/|\/\*\*?|\*(?!\/))|\*\/$/gm, " ")
          .trim()
          .replaceAll(/\s+/g, " "),
  );

/** The names in a TypeScript source, each once: also those in templates, without comments, texts and patterns. */
export const namesIn = (source: string): string[] => [...new Set(codeIn(source).match(/[A-Za-z_$][\w$]*/g))];

const codeIn = (source: string): string =>
  source.replaceAll(TOKEN, (token) =>
    token.startsWith("`") ? [...token.matchAll(/\$\{([^}]*)/g)].map(([, code = ""]) => codeIn(code)).join(" ") : " ",
  );

/** A name as the words that it is made of: `toldAt` and `TOLD_AT` as `told at`. */
export const wordsOfName = (name: string): string =>
  name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_/g, " ").toLowerCase();
