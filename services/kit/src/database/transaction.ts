import type { EntityManager } from "@mikro-orm/postgresql";
import type pg from "pg";
import { scopeOf, type Viewer } from "../identity/viewer.js";
import { unavailableOr } from "./database-unavailable.js";
import { type Memory, memoryWithin } from "./memory.js";
import { connect, release } from "./pool.js";
import { nameOfVariant } from "./statement-variants.js";
import { type Queryable, queryableOf } from "./statements.js";
import type { Table } from "./table.js";
import { entityManagerOn, type openOrm } from "./unit-of-work.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** What an action reads, decides and writes in: all of it or nothing. */
export interface Transaction extends Queryable {
  readonly viewer: Viewer;
  /** Adds a row, by the unit of work: written before the next statement runs, and before the end. */
  create<R extends object>(table: Pick<Table<R>, "entity">, row: NoInfer<R>): void;
  /** Changes and removes rows of a few entities; written as what was created is. */
  readonly em: EntityManager;
}

export interface TransactionParts {
  readonly pool: pg.Pool;
  readonly orm: ReturnType<typeof openOrm>;
  readonly checksRows: boolean;
  readonly memory: Memory;
  readonly onStatement?: ((name: string) => void) | undefined;
}

/** Runs an action once in a transaction of its own; rolls back where it fails. */
export async function runTransaction<T>(
  { pool, orm, checksRows, memory: shared, onStatement }: TransactionParts,
  viewer: Viewer,
  action: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await connect(pool);
  const statements = new StatementQueue(client, onStatement);
  let failure: unknown;
  try {
    await client.query("begin");
    await statements.run("kit.set-transaction-scope", SET_SCOPE, [scopeOf(viewer)]);
    const work = new UnitOfWork(orm, statements);
    const memory = memoryWithin(shared);
    const queryable = queryableOf(work.run, { checksRows, memory });
    const answer = await action({
      ...queryable,
      viewer,
      create: (table, row) => {
        work.em.create(table.entity, row as never); // A row has all that its table wants.
      },
      get em() {
        return work.em;
      },
    });
    await statements.settled();
    if (statements.failure !== undefined) throw statements.failure; // Of a statement that the action did not wait for.
    await work.flush();
    await client.query("commit");
    memory.share();
    return answer;
  } catch (error) {
    // What is still under way must not outlive the transaction.
    await statements.settled();
    failure = statements.failure ?? error;
    await client.query("rollback").catch(() => undefined); // Fails on a lost connection as well, and would hide why.
    throw unavailableOr(failure);
  } finally {
    release(client, failure);
  }
}

const SET_SCOPE = "select set_config('tiergraph.scope', $1, true)";

/** Statements of one action run one after another, also where it does not wait for each; none runs after one that failed. */
class StatementQueue {
  /** The first error that a statement met; later ones only follow from it. */
  failure: unknown;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(
    readonly client: pg.PoolClient,
    readonly onStatement: ((name: string) => void) | undefined,
  ) {}

  run = async (name: string, text: string, values: unknown[]): Promise<unknown[]> =>
    (await this.#queued(name, { name, text, values, types: VALUE_PARSERS })).rows;

  /** A statement that MikroORM compiled: not prepared, since its text holds the values. */
  execute = (text: string): Promise<pg.QueryResult> => this.#queued("kit.unit-of-work", { text, types: VALUE_PARSERS });

  async settled(): Promise<void> {
    await this.#last;
  }

  #queued(name: string, config: pg.QueryConfig): Promise<pg.QueryResult> {
    const ask = async () => {
      if (this.failure !== undefined) throw this.failure;
      this.onStatement?.(nameOfVariant(name));
      try {
        return await this.client.query(config);
      } catch (error) {
        this.failure ??= error;
        throw unavailableOr(error);
      }
    };
    // At once where nothing is under way: PostgreSQL works while the next statement is put together.
    const result = this.#waiting === 0 && this.failure === undefined ? ask() : this.#last.then(ask);
    this.#waiting++;
    this.#last = result.catch(() => undefined).finally(() => this.#waiting--);
    return result;
  }
}

/** The entity manager of one transaction, made when the action first asks for it. */
class UnitOfWork {
  #em: EntityManager | null = null;

  constructor(
    readonly orm: TransactionParts["orm"],
    readonly statements: StatementQueue,
  ) {}

  get em(): EntityManager {
    this.#em ??= entityManagerOn(this.orm, this.statements);
    return this.#em;
  }

  /** A statement of the action's own reads what its entities say by then. */
  run = async (name: string, text: string, values: unknown[]): Promise<unknown[]> => {
    if (this.#em !== null) await this.#em.flush();
    return this.statements.run(name, text, values);
  };

  async flush(): Promise<void> {
    await this.#em?.flush();
  }
}
