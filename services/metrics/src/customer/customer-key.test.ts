import { expect, test } from "vitest";
import { customerKey } from "./customer-key.js";

test("capitals, spaces and ways of composing letters do not tell two customers apart", () => {
  const keys = ["Müller GmbH", "  MÜLLER   gmbh ", "Mu\u0308ller\u00a0GmbH"].map(customerKey);
  expect(new Set(keys)).toEqual(new Set(["müller gmbh"]));
  expect(customerKey("Muller GmbH")).not.toBe(keys[0]);
});
