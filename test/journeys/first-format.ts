/** A decision as it was kept before decisions were chained: with its explanation, without governance. */
export function firstFormat(asOf: string, tier: "registered" | "silver", previousTier: string | null): string {
  const value = tier === "silver" ? "60000" : "1000";
  const assessed = (name: string, target: string) => {
    const isMet = Number(value) >= Number(target);
    const requirement = {
      actual: value,
      bound: "at-least",
      children: [],
      fraction: isMet ? "1" : "1/50",
      gap: isMet ? "0" : String(Number(target) - Number(value)),
      isAsked: true,
      isMet,
      kind: "threshold",
      measure: "revenue",
      metCount: isMet ? 1 : 0,
      needed: 1,
      path: `tiers.${name}.requires`,
      target,
      title: "Revenue",
      unit: "money",
      why: null,
    };
    return { isMet, requirement, tier: name };
  };
  const tiers = [
    { isMet: true, requirement: null, tier: "registered" },
    assessed("silver", "50000"),
    assessed("gold", "80000"),
  ];
  const measures = [{ denominator: null, from: "2025-01-01", measure: "revenue", numerator: null, to: asOf, value }];
  return JSON.stringify({
    asOf,
    inputs: { measures, tracks: [] },
    next: tiers[tier === "silver" ? 2 : 1],
    outcome: previousTier === null ? "PLACED" : "PROMOTED",
    previousTier,
    program: "verified",
    summary: `${tier}, as it was said then.`,
    tier,
    tiers,
    version: "1",
  });
}
