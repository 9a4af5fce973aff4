import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { choose, publishScenario, startSimulation } from "./play-simulation.action.js";

export const simulationActions = ({ db, clock }: EnablementActionParts) => ({
  publishScenario: publishScenario(db, clock),
  startSimulation: startSimulation(db, clock),
  choose: choose(db, clock),
});
export type SimulationActions = BoundActions<ReturnType<typeof simulationActions>>;
