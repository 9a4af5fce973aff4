import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const simulationRefusals = refusalTable("simulation", {
  /** By the path and the words of what is wrong first. */
  ScenarioInvalid: {
    at: ({ path }: { path: readonly string[]; because: string }) => path,
    message: "{because}",
    values: ({ because }: { path: readonly string[]; because: string }) => ({ because }),
    meaning:
      "Something of the scenario is out of bounds or does not lead to an end; `field` says where, the message what.",
  },
  ScenarioUnknown: { code: "SCENARIO_NOT_FOUND", at: ["scenario"], message: "There is no such scenario." },
  PersonUnknown: {
    code: "PERSON_NOT_FOUND",
    at: ["personId"],
    message: "There is no such person, or it has left the partner.",
  },
  PlayUnknown: { code: "PLAY_NOT_FOUND", at: ["id"], message: "There is no such play." },
  ChoiceUnknown: { at: ["choice"], message: "The scene that is played has no such choice." },
});
export type SimulationRefusal = RefusalOf<typeof simulationRefusals>;
