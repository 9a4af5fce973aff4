import type { Digest } from "./questions.js";

/** What two services keep of one partner and do not agree on. */
export interface Disagreement {
  readonly partnerId: string;
  readonly what: "facts" | "tiers";
  /** Which service has a copy that is not what the owner has. */
  readonly of: "rewards" | "measures";
  readonly expected: number;
  readonly found: number;
}

export interface Kept {
  /** Facts are the metrics service's own; it keeps a copy of tiers. */
  readonly metrics: readonly Digest[];
  /** Copies of both. */
  readonly benefits: readonly Digest[];
  /** Tiers are the partners service's own. */
  readonly partners: readonly Digest[];
}

/** Where copies of facts and tiers are not what those who own them have. Partners without any are in no service's way. */
export function compareDigests({ metrics, benefits, partners }: Kept): Disagreement[] {
  const [facts, paid, tiers] = [metrics, benefits, partners].map(
    (digests) => new Map(digests.map((digest) => [digest.partnerId, digest])),
  );
  const ids = [...new Set([...metrics, ...benefits, ...partners].map(({ partnerId }) => partnerId))].sort();
  return ids.flatMap((partnerId) => {
    const [own, copy, held] = [facts?.get(partnerId), paid?.get(partnerId), tiers?.get(partnerId)];
    const disagreeing: Disagreement[] = [];
    if ((own?.factsDigest ?? "") !== (copy?.factsDigest ?? ""))
      disagreeing.push({
        partnerId,
        what: "facts",
        of: "rewards",
        expected: own?.facts ?? 0,
        found: copy?.facts ?? 0,
      });
    for (const [of, known] of [
      ["rewards", copy],
      ["measures", own],
    ] as const)
      if ((held?.periodsDigest ?? "") !== (known?.periodsDigest ?? ""))
        disagreeing.push({
          partnerId,
          what: "tiers",
          of,
          expected: held?.periods ?? 0,
          found: known?.periods ?? 0,
        });
    return disagreeing;
  });
}
