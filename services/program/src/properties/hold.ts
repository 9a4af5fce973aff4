import fc from "fast-check";

/** For tests: how often each property is tried. */
export const RUNS = 10_000;

/** On two cores each takes less than a minute; other tests run beside it. */
export const TIMEOUT_MS = 300_000;

/**
 * For tests: tries a property `RUNS` times, or as often as is given, from a seed that is new each time, unless `PROPERTY_SEED` names one, and
 * prints it, so that whatever is found can be found again. The seed also makes the documents that the property is about.
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
