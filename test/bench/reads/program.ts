import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";

const FIFTH_TIER = `
  diamond:
    rank: 4
    why: Diamond partners carry a region.
    requires:
      all:
        - { measure: revenue, at-least: 800000, why: A region lives from it. }
        - { measure: customers, at-least: 20, why: No single customer may decide over a diamond partner. }
        - { measure: certified-people, at-least: 6, why: A team that can run two projects side by side. }
        - { measure: won-deals, at-least: 20, why: More than a deal every month. }
    benefits: { deal-rebates: {}, sandbox: { quantity: 20 }, directory-listing: {} }

# Up as soon as it is earned`;

/** What the sample program is changed to: a fifth tier, a rebate in every tier (so that each won deal is an entry), no ceiling. */
const CHANGES: readonly (readonly [from: string | RegExp, to: string])[] = [
  ["program: northwind-partners", "program: bench-partners"],
  ["\n# Up as soon as it is earned", FIFTH_TIER],
  [
    "rate: { silver: 3%, gold: 5%, platinum: 8% }",
    "rate: { registered: 1%, silver: 3%, gold: 5%, platinum: 8%, diamond: 10% }",
  ],
  ["platinum: 120 days }", "platinum: 120 days, diamond: 120 days }"],
  ["gold: 5000, platinum: 15000 }", "gold: 5000, platinum: 15000, diamond: 30000 }"],
  ["tiers: [gold, platinum] }", "tiers: [gold, platinum, diamond] }"],
  [/\nceilings:\n[\s\S]*?\n\nregistrations:/, "\nregistrations:"],
  [
    "benefits: { sandbox: { quantity: 1 }, directory-listing: {} }",
    "benefits: { deal-rebates: {}, sandbox: { quantity: 1 }, directory-listing: {} }",
  ],
];

/** The program that the benchmark's partners are judged by. */
export function benchProgram(): string {
  const sample = readFileSync(path.join(ROOT, "services/program/examples/northwind-partners.yaml"), "utf8");
  return CHANGES.reduce((source, [from, to]) => {
    const changed = source.replace(from, to);
    if (changed === source) throw new Error(`The sample program has changed: it has no ${from}`);
    return changed;
  }, sample);
}
