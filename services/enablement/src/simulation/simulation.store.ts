import type { Queryable } from "@tiergraph/kit/database/database";
import { both } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { type LearnerKey } from "../learner/index.js";
import { type PlayRow, playTable } from "./play.entity.js";
import { scenarioTable } from "./scenario.entity.js";
import type { Scenario } from "./scenario.js";

export interface ScenarioRow extends Scenario {
  /** Rises with each publication; a play goes on by the one that it began with. */
  readonly revision: number;
  /** What the best way through scores. */
  readonly best: number;
}

const SCENARIO = select(scenarioTable, { without: ["publishedAt", "publishedBy"] });

export const addScenario = (
  db: Queryable,
  { name, title, summary, scenes }: Scenario,
  { best, at, by }: { best: number; at: Date; by: string },
): Promise<{ revision: number } | null> =>
  db.maybeOne(
    "simulation.add-scenario",
    z.object({ revision: z.int() }),
    `insert into enablement.scenario (name, revision, title, summary, scenes, best, published_at, published_by)
     select $1, coalesce(max(revision), 0) + 1, $2, $3, $4::jsonb, $5, $6, $7 from enablement.scenario where name = $1
     returning revision`,
    [name, title, summary, JSON.stringify(scenes), best, at, by],
  );

/** The last revision of each scenario, or of those named; by name. */
export const listScenarios = (db: Queryable, names: readonly string[] | null): Promise<ScenarioRow[]> =>
  db.many(
    "simulation.list-scenarios",
    rowOf(scenarioTable, { without: ["publishedAt", "publishedBy"] }),
    `select distinct on (name) ${SCENARIO} from enablement.scenario where $1::text[] is null or name = any($1)
     order by name, revision desc`,
    [names],
  );

export const findRevisions = (
  db: Queryable,
  revisions: readonly { readonly scenario: string; readonly revision: number }[],
): Promise<ScenarioRow[]> =>
  db.many(
    "simulation.find-revisions",
    rowOf(scenarioTable, { without: ["publishedAt", "publishedBy"] }),
    `select ${SCENARIO} from enablement.scenario
     where (name, revision) in (select * from unnest($1::text[], $2::integer[]))`,
    [revisions.map(({ scenario }) => scenario), revisions.map(({ revision }) => revision)],
  );

const PLAY = select(playTable);

export const lockPlay = (
  db: Queryable,
  { partnerId, playId }: Pick<PlayRow, "partnerId" | "playId">,
): Promise<PlayRow | null> =>
  db.maybeOne(
    "simulation.lock-play",
    rowOf(playTable),
    `select ${PLAY} from enablement.play where partner_id = $1 and play_id = $2 for no key update`,
    [partnerId, playId],
  );

export const putPlay = (db: Queryable, row: PlayRow): Promise<void> =>
  db.run(
    "simulation.put-play",
    `update enablement.play set choices = $3::jsonb, scene = $4, score = $5, finished_at = $6
     where partner_id = $1 and play_id = $2`,
    [row.partnerId, row.playId, JSON.stringify(row.choices), row.scene, row.score, row.finishedAt],
  );

/** The plays of people, latest first, at most `limit` a person. */
export const listPlaysOfPeople = (db: Queryable, people: readonly LearnerKey[], limit: number): Promise<PlayRow[]> =>
  db.many(
    "simulation.list-plays-of-people",
    rowOf(playTable),
    `select play.* from unnest($1::uuid[], $2::uuid[]) as asked (partner_id, person_id)
     cross join lateral (
       select ${PLAY} from enablement.play
       where play.partner_id = asked.partner_id and play.person_id = asked.person_id
       order by started_at desc, play_id desc limit $3
     ) as play`,
    [people.map(({ partnerId }) => partnerId), people.map(({ personId }) => personId), limit],
  );

export interface BoardRow extends LearnerKey {
  readonly scenario: string;
  readonly score: number;
  readonly finishedAt: Date;
}

/** The best finished play of each person at the last revision of scenarios, best first, of equals the first to get there. */
export const listBoards = (db: Queryable, scenarios: readonly string[], limit: number): Promise<BoardRow[]> =>
  db.many(
    "simulation.list-boards",
    both(
      rowOf(playTable, { only: ["scenario", "score", "partnerId", "personId"] }),
      z.object({ finishedAt: z.date() }),
    ),
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
