import { getDomain } from "tldts";

// One rule for "the same customer", for registrations, duplicates and self-dealing alike.

/** Words that say how a company is organised, and not who it is, where a name ends with them. */
const LEGAL_FORMS = new Set(
  "ab ag as asa bv co company corp corporation gmbh inc incorporated kg kgaa kk lda limited llc llp ltd ltda mbh nv oy oyj plc pte pty sa sarl sas se sl spa srl".split(
    " ",
  ),
);

/** Those that are nothing else in the middle of a name either, as in `Acme GmbH Berlin`. */
const PLAIN_LEGAL_FORMS = new Set(
  "gmbh inc incorporated kgaa llc llp ltd ltda mbh oyj plc pte pty sarl srl".split(" "),
);

/** Letters of the longest legal form that is also written letter by letter: `G. m. b. H.` */
const MAX_LETTERS = 4;

/** What `&` stands for, between two words. */
const CONJUNCTIONS = new Set(["and", "und", "et", "og", "och"]);

/** Letters of other scripts that look like Latin ones, as small letters. Source: Unicode's confusables, the letters of names. */
const LOOKALIKES = new Map(
  Object.entries({
    а: "a",
    в: "b",
    е: "e",
    ё: "e",
    к: "k",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    х: "x",
    і: "i",
    ї: "i",
    ј: "j",
    ѕ: "s",
    ԁ: "d",
    ԛ: "q",
    ԝ: "w",
    ɡ: "g",
    ո: "n",
    α: "a",
    β: "b",
    ε: "e",
    ι: "i",
    κ: "k",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
    ı: "i",
    ł: "l",
    ø: "o",
    đ: "d",
    ß: "ss",
    æ: "ae",
    œ: "oe",
  }),
);

/**
 * One text for the many ways in which a company's name is written: small letters without accents, signs and spaces, letters
 * of other scripts as the Latin ones that they look like, without its legal form. `Müller & Söhne GmbH` and
 * `Muller und Sohne` are `mullersohne`. The first word is never taken for a legal form: `SAS Institute` is no institute.
 * Numbers stay apart: `1 2` is not `12`. Null where nothing is left.
 */
export function nameKey(name: string): string | null {
  const words = foldLetters(name)
    .replace(/['’]|(?<!\p{N})\.|\.(?!\p{N})/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const joined = words.filter((word, i) => i === 0 || i === words.length - 1 || !CONJUNCTIONS.has(word));
  const distinctive = withoutLegalEnding(joined).filter((word, i) => i === 0 || !PLAIN_LEGAL_FORMS.has(word));
  return distinctive.length === 0 ? null : distinctive.join(" ").replace(/(?<!\p{N}) | (?!\p{N})/gu, "");
}

/** Without the legal forms at the end, written as a word or letter by letter: `A/S`, `S. p. A.`, `GmbH & Co. KG`. */
function withoutLegalEnding(words: readonly string[]): readonly string[] {
  for (let letters = Math.min(MAX_LETTERS, words.length - 1); letters >= 1; letters -= 1) {
    const ending = words.slice(-letters);
    const isSpelt = letters === 1 || ending.every((word) => word.length === 1);
    if (isSpelt && LEGAL_FORMS.has(ending.join(""))) return withoutLegalEnding(words.slice(0, -letters));
  }
  return words;
}

/** One text for the ways in which a word of a vendor is spelt, such as a product line: `plat-form` is `platform`. */
export const wordKey = (text: string): string => foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** Small letters without accents and without what is not seen, letters of other scripts as the Latin ones that they look like. */
export const foldLetters = (text: string): string =>
  [
    ...text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, ""),
  ]
    .map((letter) => LOOKALIKES.get(letter) ?? letter)
    .join("");

/**
 * The domain that a customer owns, in what a person pastes: an address of a page or of a person, with or without subdomains,
 * by the list of public suffixes: `shop.acme.co.uk` is `acme.co.uk`. Null where there is none.
 */
export function domainKey(text: string): string | null {
  const host = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/^[^/@]*@/, "")
    .replace(/[/?#:].*$/, "")
    .replace(/\.$/, "");
  const isHost = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+([\p{L}]{2,63}|xn--[a-z0-9-]{1,59})$/iu.test(
    host,
  );
  if (!isHost || host.length > 253) return null;
  const ascii = asciiOf(host);
  return ascii === null ? null : getDomain(ascii, { allowPrivateDomains: true });
}

/** A host as names are asked for, letters of other scripts encoded; null where that is not possible. */
function asciiOf(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/** The keys by which a customer is known, in one order. */
export function customerKeys({ customer, domain }: { customer: string; domain: string | null }): string[] {
  const name = nameKey(customer);
  // A domain that is written where the name stands is one, too.
  const host = domain === null ? hostIn(customer) : domainKey(domain);
  return [...(host === null ? [] : [`domain:${host}`]), ...(name === null ? [] : [`name:${name}`])].sort();
}

/** How a customer is compared, by its domain where it is named by one, else by its name: one rule for the whole system. */
export const customerKey = (customer: string): string => {
  return hostIn(customer) ?? nameKey(customer) ?? customer.trim().toLowerCase();
};

const hostIn = (customer: string): string | null => (/\s/.test(customer.trim()) ? null : domainKey(customer));
