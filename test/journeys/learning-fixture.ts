import { afterAll, beforeAll } from "vitest";
import { ask, attempt, graphql } from "../kit/ask.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";
import { ASSESSMENT } from "./enablement-variables.js";

export let tiergraph: Tiergraph;

export let story: Story;

let count = 0;

export const aPerson = async () => {
  const partnerId = await story.partner(`P${++count}`, ["integrator"]);
  return { partnerId, personId: await story.person(partnerId, `person-${count}`) };
};

export const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>, token = story.token) =>
  attempt(tiergraph, token, name, variables);

export const start = (personId: string, course = "deal-desk", token = story.token) =>
  change("start-attempt", { personId, course }, token);

export const finish = (attemptId: string, chosen: Record<string, string[]>, token = story.token) =>
  change(
    "finish-attempt",
    {
      id: attemptId,
      answers: Object.entries(chosen).map(([question, options]) => ({ question, options })),
    },
    token,
  );

export const trainingOf = async (partnerId: string) => {
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql(`query ($id: ID!) { partner(id: $id) { measures(names: ["certified-people"]) { value } training { certifiedPeople
      expiring { expiresOn endedBecause course { title } }
      certifications { nodes { checkCode issuedOn expiresOn isValid countsFrom endedBecause } } } } }`),
    { id: partnerId },
  );
  return { ...partner.training, measured: partner.measures[0]?.value ?? null };
};

/** Called by a file once: its tests share one Tiergraph with the sample program and an assessment. */
export function runLearning(): void {
  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    await story.publish(example("northwind-partners"));
    await story.change("publish-assessment", { input: ASSESSMENT });
  }, 60_000);
  afterAll(() => tiergraph.stop());
}
