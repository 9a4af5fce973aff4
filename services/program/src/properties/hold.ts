import fc from "fast-check";

/** For tests: how often each property is tried; `PROPERTY_RUNS` for more, where there is time. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 4_000);

/** That more never means a lower tier is what partners rely on most. */
export const RUNS_OF_MONOTONE = 10_000;

/** On two cores each takes less than a minute; other tests run beside it. */
export const TIMEOUT_MS = 300_000;

/**
 * For tests: checks a property `RUNS` times, or as often as given. The seed is random unless `PROPERTY_SEED` is set,
 * and is printed, so that a failure can be repeated. It also generates the documents of the property.
 */
export function hold<Values extends [unknown, ...unknown[]]>(
  name: string,
  propertyOf: (seed: number) => fc.IProperty<Values>,
  runs = RUNS,
): void {
  const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${name}: seed ${seed}, ${runs} runs`);
  fc.assert(propertyOf(seed), { seed, numRuns: runs });
}
