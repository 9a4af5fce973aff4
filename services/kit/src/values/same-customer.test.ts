import { expect, test } from "vitest";
import { customerKeys, domainKey, nameKey, wordKey } from "./same-customer.js";

test.each([
  ["mullersohne", "Müller & Söhne GmbH", "MULLER  &  SOHNE", "Müller und Söhne GmbH & Co. KG", "Muller-Sohne"],
  ["acme", "Acme, Inc.", "ACME S.A.", "acme corporation", "\u0410cme", "A\u200bcme", "ＡＣＭＥ"],
  ["cocacola", "Coca-Cola", "CocaCola", "Coca Cola", "COCA COLA Co.", "Coca‑Cola Company"],
  ["smithsons", "Smith and Sons", "Smith & Sons", "Smith+Sons Ltd", "SMITH AND SONS, LIMITED"],
  [
    "foo",
    "Foo",
    "Foo A/S",
    "Foo AS",
    "Foo S. A.",
    "Foo S.A.",
    "Foo SA",
    "Foo S/A",
    "Foo S A",
    "Foo, s.p.a.",
    "Foo S p A",
  ],
  ["bar", "Bar GmbH", "Bar G.m.b.H.", "Bar G. m. b. H.", "Bar and Co", "Bar B.V.", "Bar N. V.", "Bar Co., Ltd."],
  ["acmeberlin", "Acme GmbH Berlin", "Acme Berlin GmbH", "Acme, Ltd. (Berlin)"],
  ["oreilly", "O'Reilly Ltd", "O’Reilly", "OReilly", "O Reilly"],
  ["strasse", "Straße KG", "Strasse"],
  ["att", "AT&T", "AT & T Inc.", "A.T. and T."],
  ["studio54", "Studio 54", "Studio54", "Studio-54 LLC"],
  ["東京株式会社", "東京株式会社"],
])("one customer, known as %s, however it is written", (key, ...names) => {
  for (const name of names) expect(nameKey(name), name).toBe(key);
});

/** Names of customers, no two of them the same one. */
const DIFFERENT = [
  "Sas Institute",
  "Institute",
  "A S Roma",
  "Roma",
  "AG Growth",
  "Growth",
  "Company Store",
  "Store",
  "KG Mobility",
  "Mobility",
  "SE Bank",
  "Bank",
  "Limited Brands",
  "Brands",
  "Co-op",
  "Op",
  "Inc Magazine",
  "Magazine",
  "Studio 1 2",
  "Studio 12",
  "Studio 1",
  "1&1",
  "11",
  "1",
  "3M",
  "3",
  "M",
  "Web 2.0",
  "Web 20",
  "Web 2",
  "Area 5 1",
  "Area 51",
  "7 Eleven",
  "Eleven",
  "X",
  "Y",
  "A",
  "B",
  "Q8",
  "Q",
  "And",
  "Und",
  "Plan B",
  "Plan",
  "Plan C",
  "AB",
  "AG",
  "SA",
  "SE",
  "SAS",
  "Co",
  "GmbH",
  "Limited",
  "Smith",
  "Smith and Sons",
  "Sons",
  "Sons of Smith",
  "Coca",
  "Cola",
  "Coca-Cola",
  "Land Rover",
  "Rover",
  "Scandinavian AS Lines",
  "Scandinavian Lines",
  "Ötzi",
  "Etzi",
];
/** Ways in which a legal form ends a name. */
const ENDINGS = [
  "",
  " Inc",
  ", Inc.",
  " GmbH",
  " G.m.b.H.",
  " S.A.",
  " S. A.",
  " A/S",
  " & Co. KG",
  " and Co",
  " Pty Ltd",
];

test("names of different customers stay different, no matter their legal forms", () => {
  const known = new Map<string | null, string>();
  for (const name of DIFFERENT)
    for (const ending of ENDINGS) {
      const key = nameKey(`${name}${ending}`);
      expect(key ?? "", name).not.toBe("");
      const other = known.get(key) ?? name;
      expect(other, `${name}${ending} is known as ${key}`).toBe(name);
      known.set(key, name);
    }
});

test("a name that is made of legal forms alone is a name", () => {
  expect(["A/S", "A S", "S.A.", "GmbH & Co. KG", "Co Inc", "SE"].map(nameKey)).toEqual([
    "as",
    "as",
    "sa",
    "gmbh",
    "co",
    "se",
  ]);
});

test("a key is known by itself", () => {
  for (const name of DIFFERENT) expect(nameKey(nameKey(name) ?? ""), name).toBe(nameKey(name));
});

test("a name of signs alone is none", () => {
  expect(nameKey(" -- ")).toBeNull();
});

test.each([
  ["https://www.Acme.com/about?x=1", "acme.com"],
  ["jane.doe@acme.com", "acme.com"],
  ["acme.co.uk", "acme.co.uk"],
  ["http://shop.acme.com:8080", "acme.com"],
  ["mail.eu.acme.co.uk", "acme.co.uk"],
  ["tenant.github.io", "tenant.github.io"],
  ["bücher.de", "xn--bcher-kva.de"],
  ["xn--bcher-kva.de", "xn--bcher-kva.de"],
  ["acme.com.", "acme.com"],
])("%s is of %s", (text, domain) => {
  expect(domainKey(text)).toBe(domain);
});

test.each(["acme", "", "http://", "-a.com", "a..com", "1.2.3.4", "co.uk"])("%s names no domain", (text) => {
  expect(domainKey(text)).toBeNull();
});

test("a customer is known by both, in one order", () => {
  expect(customerKeys({ customer: "Acme Inc", domain: "www.acme.com" })).toEqual(["domain:acme.com", "name:acme"]);
  expect(customerKeys({ customer: "Acme Inc", domain: null })).toEqual(["name:acme"]);
});

test.each(["platform", "Platform", "plat-form", "Plat form "])("%s is one product line", (line) => {
  expect(wordKey(line)).toBe("platform");
});
