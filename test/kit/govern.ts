import { expect } from "vitest";
import { ask, operation } from "./ask.js";
import type { Tiergraph } from "./start-tiergraph.js";

/** Where a partner stands and what holds it there, as `partner-governance` tells it. */
export interface Standing {
  readonly name: string;
  readonly tierStatus: {
    readonly tier: { readonly name: string };
    readonly since: string;
    readonly summary: string;
    readonly isAtRisk: boolean;
    readonly safeUntil: string | null;
    readonly pending: { readonly tier: { readonly name: string }; readonly from: string } | null;
    readonly keeping: { readonly isMet: boolean } | null;
    readonly decision: {
      readonly outcome: string;
      readonly effectiveOn: string;
      readonly approvals: readonly string[];
      readonly safeguards: readonly { readonly rule: string; readonly until: string | null }[];
      readonly override: { readonly tier: string; readonly until: string; readonly reason: string } | null;
      readonly hold: { readonly until: string; readonly reason: string } | null;
    };
  };
  readonly overrides: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly until: string;
    readonly requestedBy: string;
    readonly decidedBy: string | null;
  }[];
  readonly reviews: readonly { readonly review: string; readonly score: string }[];
}

export async function standingOf(tiergraph: Tiergraph, token: string, partnerId: string): Promise<Standing> {
  const { partner } = await ask<{ partner: Standing }>(tiergraph, token, operation("partner-governance"), {
    partnerId,
  });
  return partner;
}

/** Runs a mutation as somebody and answers with its payload, refused or not. */
export async function attempt<Payload>(
  tiergraph: Tiergraph,
  token: string,
  name: string,
  variables: Record<string, unknown>,
): Promise<Payload & { userErrors: { code: string; message: string }[] }> {
  const data = await ask<Record<string, (Payload & { userErrors: { code: string; message: string }[] }) | null>>(
    tiergraph,
    token,
    operation(name),
    variables,
  );
  const payload = Object.values(data)[0];
  if (payload === undefined || payload === null) throw new Error(`${name} answers nothing`);
  return payload;
}

/** The codes of a refusal; empty where it was not refused. */
export async function refusalOf(
  tiergraph: Tiergraph,
  token: string,
  name: string,
  variables: Record<string, unknown>,
): Promise<string[]> {
  const { userErrors } = await attempt(tiergraph, token, name, variables);
  return userErrors.map(({ code }) => code);
}

/** Something beside the rules that one person asked for and a second one approved. */
export async function agreedOverride(
  tiergraph: Tiergraph,
  request: { partnerId: string; kind: string; subject?: string; from?: string; until: string; reason: string },
): Promise<string> {
  const [first, second] = [
    await tiergraph.tokenOf("partner-manager", request.partnerId),
    await tiergraph.tokenOf("program-manager"),
  ];
  const asked = await attempt<{ override: { id: string } }>(tiergraph, first, "request-override", request);
  expect(asked.userErrors).toEqual([]);
  const { id } = asked.override;
  expect(await refusalOf(tiergraph, second, "decide-override", { id, approve: true })).toEqual([]);
  return id;
}
