import { expect } from "vitest";
import type { RequestOverrideMutationVariables } from "../generated/documents.js";
import { ask, attempt, operation } from "./ask.js";
import type { OperationName, VariablesOf } from "./document.js";
import type { Tiergraph } from "./start-tiergraph.js";

/** Where a partner stands and what holds it there. */
export async function standingOf(tiergraph: Tiergraph, token: string, partnerId: string) {
  return (await ask(tiergraph, token, operation("partner-governance"), { partnerId })).partner;
}

/** The codes of a refusal; empty where it was not refused. */
export async function refusalOf<Name extends OperationName>(
  tiergraph: Tiergraph,
  token: string,
  name: Name,
  variables: VariablesOf<Name>,
): Promise<string[]> {
  const { userErrors } = (await attempt(tiergraph, token, name, variables)) as { userErrors: { code: string }[] };
  return userErrors.map(({ code }) => code);
}

/** Something beside the rules that one person asked for and a second one approved. */
export async function agreedOverride(tiergraph: Tiergraph, request: RequestOverrideMutationVariables): Promise<string> {
  const [first, second] = [
    await tiergraph.tokenOf("partner-manager", request.partnerId),
    await tiergraph.tokenOf("program-manager"),
  ];
  const asked = await attempt(tiergraph, first, "request-override", request);
  expect(asked.userErrors).toEqual([]);
  const { id } = asked.override;
  expect(await refusalOf(tiergraph, second, "decide-override", { id, approve: true })).toEqual([]);
  return id;
}
