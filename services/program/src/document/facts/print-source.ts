import { isSame, type Plain } from "../notation/index.js";
import { type FactCondition, type FactSource, SELF_DEALING } from "./fact-source.js";

export function printConditions(conditions: readonly FactCondition[]): Map<string, readonly string[]> {
  return new Map(conditions.map((condition) => [condition.attribute, condition.in]));
}

/** The notation of `NARROWING_KEYS`. */
export function printNarrowing({ where, except, since, before }: FactSource): Plain {
  const excludesSelfDealing = isSame(except.at(-1), SELF_DEALING);
  return {
    where: printConditions(where),
    except: printConditions(excludesSelfDealing ? except.slice(0, -1) : except),
    "self-dealing": excludesSelfDealing ? "excluded" : null,
    since,
    before,
  };
}
