import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import type { CommittedOperation } from "@tiergraph/schema/operations";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { dayFromToday, today } from "../kit/days.js";
import { type Endpoint, run } from "./ask.js";

type Values = Readonly<Record<string, unknown>>;

export interface Sample {
  /** Two partners with certified people. */
  readonly partnerIds: readonly [string, string];
  /** What variables hold, by their name in any operation. */
  readonly common: Values;
  /** The same by operation, where a name means something else in each. */
  readonly ofOperation: Readonly<Record<string, Values>>;
}

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** Takes values from the sample that every installation starts with, and adds what it lacks: a cohort, a run, a sandbox. */
export async function sampleValues(ours: Endpoint, token: string): Promise<Sample> {
  const { partners } = await run<{ partners: Page<{ id: string }> }>(ours, token, "partner-list", {
    first: 2,
    filter: { tiers: ["platinum"] },
  });
  const [first = "", second = ""] = partners.edges.map(({ node }) => node.id);
  const cohort = { name: "of-the-router-check", description: "Two partners.", partnerIds: [first, second] };
  await run(ours, token, "save-cohort", { input: cohort });
  const { placePartners } = await run<{ placePartners: { run: { id: string } } }>(ours, token, "place-partners", {
    asOf: today(),
  });
  const { leaseSandbox } = await run<{ leaseSandbox: { sandbox: { key: string } } }>(ours, token, "lease-sandbox", {
    partnerId: first,
    label: "Of the router check",
  });
  const { partner } = await run<{ partner: { training: { certifications: Page<{ checkCode: string }> } } }>(
    ours,
    token,
    "certificates",
    { partnerId: first },
  );
  const { content } = await run<{ content: Page<{ name: string }> }>(ours, token, "content");
  const named = { name: cohort.name };
  return {
    partnerIds: [first, second],
    common: {
      from: dayFromToday(-365),
      until: dayFromToday(1),
      on: today(),
      ids: [first, second, "nobody"],
      source: fs.readFileSync(path.join(ROOT, "services/program/examples/northwind-partners.yaml"), "utf8"),
      key: leaseSandbox.sandbox.key,
      checkCode: partner.training.certifications.edges[0]?.node.checkCode,
    },
    ofOperation: {
      cohort: named,
      "cohort-indicators": named,
      "fairness-report": { cohort: cohort.name },
      "content-piece": { name: content.edges[0]?.node.name },
      "placement-run": { id: placePartners.run.id },
      "what-if": {
        deals: [{ amount: "90000", customer: "new" }],
        certifications: [{ level: "expert" }],
      },
    },
  };
}

export const operationIn = (document: string): OperationDefinitionNode => {
  const found = parse(document).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error("A document without an operation");
  return found;
};

/**
 * What an operation is run with for a partner: each variable that it needs, and those that stand beside it in the sample.
 *
 * @throws where the sample has no value for one: a new operation needs its line there
 */
export function variablesFor({ name, document }: CommittedOperation, sample: Sample, partnerId: string): Values {
  const values: Values = { ...sample.common, partnerId, ...sample.ofOperation[name] };
  const needed = (operationIn(document).variableDefinitions ?? [])
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined)
    .map(({ variable }) => variable.name.value);
  const missing = needed.filter((one) => values[one] === undefined);
  if (missing.length > 0)
    throw new Error(`${name}: no value for $${missing.join(", $")}; add one in test/router/sample-values.ts`);
  return { ...Object.fromEntries(needed.map((one) => [one, values[one]])), ...sample.ofOperation[name] };
}
