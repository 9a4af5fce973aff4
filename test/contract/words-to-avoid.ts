/** Words that a sentence for users does without: software is not told and does not hear, and nobody says whoever. */
const WORDS_TO_AVOID = [
  "told",
  "tell",
  "tells",
  "telling",
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

/** The words to avoid in a sentence, as they stand there; null where there are none. */
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
