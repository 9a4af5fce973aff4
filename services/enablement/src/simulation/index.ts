export { simulationActions } from "./actions.js";
export { playTable } from "./play.entity.js";
export { scenarioTable } from "./scenario.entity.js";
export { PlayingPersonResolver, ScenarioResolver } from "./simulation.graphql.js";
export { simulationReads } from "./simulation.reads.js";
