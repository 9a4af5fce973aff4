import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listByKeys, listOfEach } from "@tiergraph/kit/database/table-reads";
import { addNext, updateBy } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { playTable } from "./play.entity.js";
import { type ScenarioRow, scenarioPlayed, scenarioTable } from "./scenario.entity.js";

export const addScenario = addNext("simulation.add-scenario", scenarioTable, { of: "name", number: "revision" });

/** The last revision of each scenario, or of those named; by name. */
export const listScenarios = (db: Queryable, names: readonly string[] | null): Promise<ScenarioRow[]> =>
  db.many(
    "simulation.list-scenarios",
    rowOf(scenarioPlayed),
    `select distinct on (name) ${select(scenarioPlayed)} from enablement.scenario where $1::text[] is null or name = any($1)
     order by name, revision desc`,
    [names],
  );

export const findRevisions = listByKeys("simulation.find-revisions", scenarioPlayed, ["name", "revision"]);

export const lockPlay = findBy("simulation.lock-play", playTable, ["partnerId", "playId"], { lock: "no key" });

export const putPlay = updateBy("simulation.put-play", playTable, {
  by: ["partnerId", "playId"],
  set: ["choices", "scene", "score", "finishedAt"],
});

/** The plays of people, latest first. */
export const listPlaysOfPeople = listOfEach("simulation.list-plays-of-people", playTable, ["partnerId", "personId"], {
  orderBy: ["startedAt desc", "playId desc"],
});

const boardShape = both(
  rowOf(playTable, { only: ["scenario", "score", "partnerId", "personId"] }),
  z.object({ finishedAt: z.date() }),
);

/** The best finished play of each person at the last revision of scenarios, best first, of equals the first to get there. */
export const listBoards = (
  db: Queryable,
  scenarios: readonly string[],
  limit: number,
): Promise<RowIn<typeof boardShape>[]> =>
  db.many(
    "simulation.list-boards",
    boardShape,
    `select board.* from unnest($1::text[]) as asked (scenario)
     cross join lateral (
       select scenario, partner_id as "partnerId", person_id as "personId", score, finished_at as "finishedAt"
       from (
         select distinct on (partner_id, person_id) scenario, partner_id, person_id, score, finished_at
         from enablement.play
         where play.scenario = asked.scenario and finished_at is not null
           and revision = (select max(revision) from enablement.scenario where name = asked.scenario)
         order by partner_id, person_id, score desc, finished_at
       ) as best
       order by score desc, finished_at, person_id limit $2
     ) as board`,
    [scenarios, limit],
  );
