import { printCadence } from "../governance/index.js";
import { type Plain, printPercent, withoutEmpty } from "../notation/index.js";
import { printWindow } from "../periods/index.js";
import { printRequirement, type Units } from "../requirements/index.js";
import type { Expectation } from "./expectation.js";
import type { Tier } from "./tier.js";
import type { Track } from "./track.js";

export function printTrack({ title, description, classified }: Track, units: Units): Plain {
  const isRule = classified !== null && classified !== "otherwise";
  return withoutEmpty({ title, description, classified: isRule ? printRequirement(classified, units) : classified });
}

export function printTier(tier: Tier, units: Units): Plain {
  return withoutEmpty({
    title: tier.title,
    rank: tier.rank,
    why: tier.why,
    requires: tier.requires && printRequirement(tier.requires, units),
    inherits: tier.inherits,
    ...printKeeps(tier.keeps, units),
    "met-on-any-day-in": tier.metOnAnyDayIn && printWindow(tier.metOnAnyDayIn),
    up: tier.up && printCadence(tier.up),
    down: tier.down && printCadence(tier.down),
    benefits: new Map(tier.benefits.map(({ benefit, quantity }) => [benefit, quantity === null ? {} : { quantity }])),
    expects: tier.expects,
  });
}

export function printExpectation({ title, description, why, every, of }: Expectation): Plain {
  return withoutEmpty({ title, description, why, every, of });
}

function printKeeps(keeps: Tier["keeps"], units: Units): Plain {
  if (keeps === null) return {};
  return "value" in keeps ? { "keeps-at": printPercent(keeps.value) } : { keeps: printRequirement(keeps, units) };
}
