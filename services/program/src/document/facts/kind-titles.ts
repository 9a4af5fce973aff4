import { titleFromName } from "../notation/index.js";
import type { DeclaredFacts } from "./fact-shape.js";
import type { FactKind } from "./fact-source.js";
import { kindMessages, kindsMessages } from "./kinds.messages.js";

/** The names of a kind of fact, singular and plural. */
interface KindTitles {
  readonly one: string;
  readonly many: string;
}

/** The kinds that a document declares, and the language that it is read in. */
interface Titled extends DeclaredFacts {
  readonly language: string;
}

/** The titles of a kind of fact for partners; a declared kind has its own title. */
export function titlesOfKind({ factKinds, language }: Titled, kind: FactKind): KindTitles {
  if (isBuiltIn(kind)) return { one: kindMessages[kind](language), many: kindsMessages[kind](language) };
  const declared = factKinds.find(({ name }) => name === kind);
  const written = declared?.title ?? titleFromName(kind);
  // Nouns have capitals in German.
  const title = (language === "de" ? written : written.toLowerCase()).replaceAll(".", " ");
  return { one: title, many: title };
}

const isBuiltIn = (kind: string): kind is keyof typeof kindMessages & string => Object.hasOwn(kindMessages, kind);
