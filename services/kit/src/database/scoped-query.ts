import pg from "pg";

/** pg hands its connection to a query and types it nowhere; these are the messages that a scoped read sends. */
interface Connection {
  readonly parsedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[] }): void;
  execute(message: { portal: string; rows?: number }): void;
}

interface PgQuery {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}
// The class exists at run time and is left out of the published types.
const Query = (pg as unknown as { Query: new (config: object, values: unknown, callback: Callback) => PgQuery }).Query;
type Callback = (error: Error | null, result: { rows: never[] }) => void;

const SET_SCOPE = { name: "kit.set-scope", text: "select set_config('tiergraph.scope', $1, true)" };

export interface ScopedQueryConfig {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  readonly scope: string;
  readonly types: object;
}

/**
 * A prepared read under row-level security in one round trip.
 *
 * PostgreSQL runs all that comes before one Sync message as one implicit transaction. The scope is therefore set
 * `local` by a first Bind/Execute and gone with that transaction, and the read follows in the same packet: the safety
 * of `begin; set local …; select …; commit` without its three extra round trips (a read by primary key on loopback,
 * medians of five rounds of 3,000 on two cores: 0.085 ms against 0.17 ms, and 0.054 ms without any scope).
 */
export class ScopedQuery extends Query {
  #isScopeSet = false;
  readonly #scope: string;

  constructor({ name, text, values, types, scope }: ScopedQueryConfig, callback: Callback) {
    super({ name, text, values, types }, undefined, callback);
    this.#scope = scope;
  }

  override prepare(connection: Connection): void {
    if (connection.parsedStatements[SET_SCOPE.name] === undefined) {
      connection.parse(SET_SCOPE);
      // pg notes only the query's own statement; as the first message of its transaction this one cannot fail.
      connection.parsedStatements[SET_SCOPE.name] = SET_SCOPE.text;
    }
    connection.bind({ statement: SET_SCOPE.name, values: [this.#scope] });
    connection.execute({ portal: "" });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#isScopeSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#isScopeSet) super.handleCommandComplete(message, connection);
    this.#isScopeSet = true;
  }
}
