import { columnOf, columnText } from "@tiergraph/kit/database/column-text";
import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { factKeyTable, type Part } from "./fact-key.entity.js";

const factKeyRowShape = both(
  rowOf(factKeyTable, { without: ["parts"] }),
  /** Who shares it; empty where one partner has all of it. */
  z.object({ parts: z.array(z.custom<Part>()).readonly() }),
);
export type FactKeyRow = RowIn<typeof factKeyRowShape>;

/**
 * Takes external ids that nobody has; returns those that were taken. Sorted, so that two batches never wait for each
 * other.
 */
export const addFactKeys = (db: Queryable, keys: readonly FactKeyRow[]): Promise<{ factId: string }[]> =>
  db.many(
    "fact.add-keys",
    z.object({ factId: z.string() }),
    `insert into metrics.fact_key (family, external_id, partner_id, fact_id, credited)
     select * from unnest(${columnOf(1, "text")}, ${columnOf(2, "text")}, ${columnOf(3, "uuid")}, ${columnOf(4, "uuid")},
       ${columnOf(5, "integer")}) as key (family, external_id, partner_id, fact_id, credited)
     order by family, external_id
     on conflict (family, external_id) do nothing returning fact_id as "factId"`,
    [
      columnText(keys.map(({ family }) => family)),
      columnText(keys.map(({ externalId }) => externalId)),
      columnText(keys.map(({ partnerId }) => partnerId)),
      columnText(keys.map(({ factId }) => factId)),
      columnText(keys.map(({ credited }) => credited)),
    ],
  );

const KEY_COLUMNS = `${select(factKeyTable, { without: ["parts"] })}, coalesce(parts, '[]'::jsonb) as parts`;

/** What is known under external ids, without holding it. */
export const findFactKeys = (
  db: Queryable,
  keys: readonly Pick<FactKeyRow, "family" | "externalId">[],
): Promise<FactKeyRow[]> =>
  db.many(
    "fact.find-keys",
    factKeyRowShape,
    `select ${KEY_COLUMNS} from metrics.fact_key
     join unnest($1::text[], $2::text[]) as wanted (family, external_id) using (family, external_id)`,
    [keys.map(({ family }) => family), keys.map(({ externalId }) => externalId)],
  );

/**
 * The owners of external ids, locked for the rest of the transaction. A transaction that waits here reads the facts
 * only afterwards, in a statement of its own: a lock on the facts themselves would show the waiting one a revision that
 * has just retired.
 */
export const lockFactKeys = (
  db: Queryable,
  keys: readonly Pick<FactKeyRow, "family" | "externalId">[],
): Promise<FactKeyRow[]> =>
  db.many(
    "fact.lock-keys",
    factKeyRowShape,
    `select ${KEY_COLUMNS} from metrics.fact_key
     join unnest($1::text[], $2::text[]) as wanted (family, external_id) using (family, external_id)
     order by family, external_id for update of fact_key`,
    [keys.map(({ family }) => family), keys.map(({ externalId }) => externalId)],
  );

/** Keeps how much of each whole is credited, and to whom, of keys that are held. */
export const putCredited = (
  db: Queryable,
  keys: readonly Pick<FactKeyRow, "family" | "externalId" | "credited" | "parts">[],
): Promise<void> =>
  db.run(
    "fact.put-credited",
    `update metrics.fact_key set credited = given.credited, parts = nullif(given.parts, '[]')::jsonb
     from unnest($1::text[], $2::text[], $3::integer[], $4::text[]) as given (family, external_id, credited, parts)
     where fact_key.family = given.family and fact_key.external_id = given.external_id`,
    [
      keys.map(({ family }) => family),
      keys.map(({ externalId }) => externalId),
      keys.map(({ credited }) => credited),
      keys.map(({ parts }) => JSON.stringify(parts)),
    ],
  );
