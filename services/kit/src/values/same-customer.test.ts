import { expect, test } from "vitest";
import { customerKeys, domainKey, nameKey, wordKey } from "./same-customer.js";

test.each([
  ["Müller & Söhne GmbH", "muller sohne"],
  ["MULLER  &  SOHNE", "muller sohne"],
  ["Acme, Inc.", "acme"],
  ["ACME S.A.", "acme"],
  ["acme corporation", "acme"],
  ["O'Reilly Ltd", "oreilly"],
  ["東京株式会社", "東京株式会社"],
  ["Co Inc", "co inc"],
  ["\u0410cme", "acme"], // A Cyrillic A.
  ["A\u200bcme", "acme"], // A space of no width.
  ["ＡＣＭＥ", "acme"],
  ["Straße KG", "strasse"],
])("%s is known as %s", (name, key) => {
  expect(nameKey(name)).toBe(key);
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
