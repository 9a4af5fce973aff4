/** Words that say how a company is organised, and not who it is. */
const LEGAL_FORMS = new Set(
  "ab ag as asa bv co company corp corporation gmbh inc incorporated kg kk lda limited llc llp ltd ltda mbh nv oy plc pte pty sa sarl sas se sl spa srl".split(
    " ",
  ),
);

/**
 * One text for the many ways in which a company's name is written: small letters without accents and signs, without its
 * legal form. `Müller & Söhne GmbH` is `muller sohne`. Null where nothing is left.
 */
export function nameKey(name: string): string | null {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const told = words.filter((word) => !LEGAL_FORMS.has(word));
  const kept = told.length > 0 ? told : words;
  return kept.length === 0 ? null : kept.join(" ");
}

/**
 * The domain in whatever a person pastes: an address of a page or of a person, with or without `www.`. Null where there
 * is none.
 */
export function domainKey(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/^[^/@]*@/, "")
    .replace(/[/?#:].*$/, "")
    .replace(/^www\./, "")
    .replace(/\.$/, "");
  return /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u.test(host) && host.length <= 253
    ? host
    : null;
}

/** The keys by which a customer is protected, in one order. */
export function customerKeys({ customer, domain }: { customer: string; domain: string | null }): string[] {
  const name = nameKey(customer);
  const host = domain === null ? null : domainKey(domain);
  return [...(host === null ? [] : [`domain:${host}`]), ...(name === null ? [] : [`name:${name}`])].sort();
}
