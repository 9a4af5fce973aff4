import { expect, test } from "vitest";
import { customerKey } from "./customer-key.js";

test("capitals, spaces, accents, legal forms and lookalikes do not make two customers of one", () => {
  const keys = ["Müller GmbH", "  MÜLLER   gmbh ", "Mu\u0308ller\u00a0GmbH", "Muller Inc.", "\u041cüller"].map(
    customerKey,
  );
  expect(new Set(keys)).toEqual(new Set(["muller"]));
  expect(customerKey("Miller GmbH")).not.toBe(keys[0]);
});

test("a customer that is named by an address is known by the domain that it owns", () => {
  expect(new Set(["shop.acme.co.uk", "https://acme.co.uk/en", "jane@acme.co.uk"].map(customerKey))).toEqual(
    new Set(["acme.co.uk"]),
  );
});

test("a name of signs alone is still a customer of its own", () => {
  expect(customerKey(" ?! ")).toBe("?!");
});
