import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { personOf } from "../learner/index.js";
import { readablePersonOf, readsTrainingOf } from "../policy.js";
import { findRevisions, listBoards, listPlaysOfPeople, listScenarios } from "./simulation.store.js";
import { playOf, scenarioOf } from "./simulation-node.js";

const MAX_PLAYS = 20;
const MAX_PLACES = 100;

/** How resolvers read simulations: plays by the viewer's scope; boards of everyone, without the names of others. */
export function simulationReads({ db, reader, viewer }: ReadParts) {
  const mayRead = readsTrainingOf(viewer);
  const readablePerson = readablePersonOf(viewer);
  const system = db.readAs(systemViewer("enablement"));
  const plays = loaderOfMany(
    async (ids: readonly string[]) => {
      const rows = await listPlaysOfPeople(reader, ids.flatMap(readablePerson), MAX_PLAYS);
      const revisions = rows.map(({ scenario, revision }) => ({ name: scenario, revision }));
      const known = new Map(
        (await findRevisions(reader, revisions)).map((row) => [`${row.name} ${row.revision}`, row]),
      );
      return rows.flatMap((row) => {
        const scenario = known.get(`${row.scenario} ${row.revision}`);
        const owner = encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId });
        return scenario === undefined ? [] : [{ owner, play: playOf(row, scenario) }];
      });
    },
    ({ owner }) => owner,
    (id: string) => id,
  );
  const boards = loaderOfMany(
    (names: readonly string[]) => listBoards(system, names, MAX_PLACES),
    ({ scenario }) => scenario,
    (name: string) => name,
  );
  return {
    scenarios: async () => (await listScenarios(reader, null)).map(scenarioOf),
    plays: (id: string) =>
      readablePerson(id).length === 0 ? null : plays.load(id).then((found) => found.map(({ play }) => play)),
    board: async (name: string) => {
      const rows = await boards.load(name);
      return rows.map((row) => ({
        rank: rows.findIndex(({ score }) => score === row.score) + 1,
        score: row.score,
        person: mayRead(row.partnerId) ? personOf(row) : null,
      }));
    },
  };
}
export type SimulationReads = ReturnType<typeof simulationReads>;
