import { getDomain } from "tldts";

// One rule for "the same customer", for registrations, duplicates and self-dealing alike.

/** Words that say how a company is organised, and not who it is. */
const LEGAL_FORMS = new Set(
  "ab ag as asa bv co company corp corporation gmbh inc incorporated kg kgaa kk lda limited llc llp ltd ltda mbh nv oy oyj plc pte pty sa sarl sas se sl spa srl".split(
    " ",
  ),
);

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
 * One text for the many ways in which a company's name is written: small letters without accents and signs, letters of
 * other scripts as the Latin ones that they look like, without its legal form. `Müller & Söhne GmbH` is `muller sohne`.
 * Null where nothing is left.
 */
export function nameKey(name: string): string | null {
  const words = foldLetters(name)
    .replace(/['’.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const told = words.filter((word) => !LEGAL_FORMS.has(word));
  const kept = told.length > 0 ? told : words;
  return kept.length === 0 ? null : kept.join(" ");
}

/** One text for the ways in which a word of a vendor is spelt, such as a product line: `plat-form` is `platform`. */
export const wordKey = (text: string): string => foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, "");

const foldLetters = (text: string): string =>
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
