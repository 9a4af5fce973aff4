import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programOf } from "../../fixtures/index.js";
import { printProgram } from "./print-program.js";

const folder = new URL("../../../examples/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

test("there are examples", () => {
  expect(files).toContain("crm-rolling-90-days.yaml");
  expect(files).toContain("northwind-partners.yaml");
});

test.each(files)("the example %s is a valid program and survives printing", (file) => {
  const program = programOf(readFileSync(new URL(file, folder), "utf8"));
  expect(programOf(printProgram(program))).toEqual(program);
});

test("in the sample program no benefit is lost by rising, and each tier gives more than the one below", () => {
  const { tiers } = programOf(readFileSync(new URL("northwind-partners.yaml", folder), "utf8"));
  expect(tiers.map(({ title }) => title)).toEqual(["Registered", "Silver", "Gold", "Platinum"]);
  for (const [index, tier] of tiers.slice(1).entries()) {
    const above = new Map(tier.benefits.map(({ benefit, quantity }) => [benefit, quantity]));
    const below = tiers[index]?.benefits ?? [];
    for (const { benefit, quantity } of below) {
      expect(above.has(benefit), `${tier.name} keeps ${benefit}`).toBe(true);
      if (quantity !== null) expect(above.get(benefit)).toBeGreaterThan(quantity);
    }
    expect(above.size).toBeGreaterThan(below.length);
  }
});
