import type { Program } from "@tiergraph/program/document/program";

/** How the partners that held a tier on a day have moved since. */
export interface TierProgression {
  readonly tier: string;
  readonly partners: number;
  readonly movedUp: number;
  readonly movedDown: number;
}

/** Tiers of the program, lowest first; tiers that it does not have are left out. */
export function progressionOf(
  program: Pick<Program, "tiers">,
  moves: readonly { readonly before: string; readonly after: string; readonly partners: number }[],
): TierProgression[] {
  const rankOf = new Map(program.tiers.map(({ name, rank }) => [name, rank]));
  return program.tiers.map(({ name, rank }) => {
    const held = moves.filter(({ before }) => before === name);
    const count = (isMove: (to: number) => boolean) =>
      held.filter(({ after }) => isMove(rankOf.get(after) ?? rank)).reduce((sum, { partners }) => sum + partners, 0);
    return {
      tier: name,
      partners: count(() => true),
      movedUp: count((to) => to > rank),
      movedDown: count((to) => to < rank),
    };
  });
}
