import type { YamlCursor } from "../notation/index.js";

/** A map by tier; unknown tiers are reported. */
export function readByTier<Value>(
  cursor: YamlCursor,
  { tiers, expected, read }: { tiers: ReadonlySet<string>; expected: string; read: (field: YamlCursor) => Value },
): Map<string, Value> {
  return new Map(
    cursor.mapping(expected).entries.map(([tier, field]) => {
      if (!tiers.has(tier)) field.atKey().refuseName("tier", tier, tiers);
      return [tier, read(field)];
    }),
  );
}
