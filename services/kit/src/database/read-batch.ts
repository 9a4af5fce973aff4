import pg from "pg";
import { serialize } from "pg-protocol";
import { groupBy } from "../values/group-by.js";
import { objectOf } from "../values/object-of.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** pg hands its connection to a query and types it nowhere; this is what a batch of reads uses of it. */
interface Connection {
  readonly stream: { write(packet: Uint8Array): boolean };
  readonly parsedStatements: Record<string, string | undefined>;
}

// Exported at run time and left out of the published types.
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** One read, and who waits for its rows. */
export interface Read {
  /** Of row-level security: what its viewer may see. */
  readonly scope: string;
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

type Statement = Pick<Read, "name" | "text" | "values">;

/** How the rows of a statement are built: by name, since what a prepared statement answers with never changes. */
export type RowForms = Map<string, RowForm>;
interface RowForm {
  readonly columns: readonly { readonly name: string; readonly parse: (text: string) => unknown }[];
  readonly make: () => Record<string, unknown>;
}

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

export interface ReadBatchOptions {
  readonly forms: RowForms;
  /** Takes the reads that PostgreSQL skipped, since one before them failed. */
  readonly again: (reads: readonly Read[]) => void;
  /** Called once the connection is free; with the error that was met on it, if any. */
  readonly done: (error?: unknown) => void;
}

const SET_SCOPE = { name: "kit.set-scope", text: "select set_config('tiergraph.scope', $1, true)" };

/**
 * Prepared reads, each under its row-level security scope, in one round trip: pg takes it as a query.
 *
 * PostgreSQL runs all that comes before one Sync message as one implicit transaction. A scope is therefore set `local` by a
 * Bind/Execute before its reads and gone with that transaction, all in the same packet: the safety of
 * `begin; set local …; select …; commit` without its round trips. Where a scope cannot be set, PostgreSQL skips all that
 * comes after it. What a statement answers with is described once for all connections. A read that fails fails alone: those
 * before it have their rows, those after it come again.
 */
export class ReadBatch {
  readonly #reads: readonly Read[];
  /** What was sent, in its order; null where a scope is set. */
  readonly #steps: (Read | null)[] = [];
  readonly #options: ReadBatchOptions;
  /** Statements that are parsed by this batch and not yet confirmed, in their order. */
  readonly #parsing: { readonly name: string; readonly text: string }[] = [];
  /** The step whose answer comes now. */
  #at = 0;
  #rows: unknown[] = [];

  constructor(reads: readonly Read[], options: ReadBatchOptions) {
    this.#reads = reads;
    this.#options = options;
  }

  /** pg notes a statement as parsed by these two, when its confirmation comes. */
  get name(): string | undefined {
    return this.#parsing[0]?.name;
  }
  get text(): string | undefined {
    return this.#parsing.shift()?.text;
  }

  submit(connection: Connection): null {
    const messages: Buffer[] = [];
    for (const [scope, reads] of groupBy(this.#reads, (read) => read.scope)) {
      messages.push(...this.#messages(connection, { values: [scope], ...SET_SCOPE }));
      this.#steps.push(null);
      for (const read of reads) {
        try {
          messages.push(...this.#messages(connection, read));
          this.#steps.push(read);
        } catch (error) {
          read.reject(error); // Of a value that cannot be sent: the others go without it.
        }
      }
    }
    messages.push(serialize.sync());
    // One write: many small ones cost more than all that is in them.
    connection.stream.write(Buffer.concat(messages));
    return null;
  }

  #messages({ parsedStatements }: Connection, { name, text, values }: Statement): Buffer[] {
    const bound = serialize.bind({ statement: name, values, valueMapper: prepareValue });
    const known = parsedStatements[name] ?? this.#textOf(name);
    if (known !== undefined && known !== text) throw new Error(`Two statements are named ${name}`);
    const isDescribed = name === SET_SCOPE.name || this.#options.forms.has(name);
    if (known === undefined) this.#parsing.push({ name, text });
    return [
      ...(known === undefined ? [serialize.parse({ name, text })] : []),
      bound,
      ...(isDescribed ? [] : [serialize.describe({ type: "P" })]),
      serialize.execute(),
    ];
  }

  /** Of a statement that this batch parses. */
  #textOf(name: string): string | undefined {
    return this.#parsing.find((one) => one.name === name)?.text;
  }

  handleRowDescription({ fields }: RowDescription): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: VALUE_PARSERS.getTypeParser(dataTypeID) }));
    this.#options.forms.set(this.#steps[this.#at]?.name ?? "", {
      columns: columns as RowForm["columns"], // pg's own parsers are typed loosely.
      make: objectOf(fields.map(({ name }) => name)),
    });
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const read = this.#steps[this.#at];
    if (read == null) return; // What setting a scope answered.
    try {
      const form = this.#options.forms.get(read.name);
      if (form !== undefined) this.#rows.push(rowOf(form, fields));
    } catch (error) {
      read.reject(error); // Of a value that its type's parser does not read.
    }
  }

  handleCommandComplete(): void {
    this.#steps[this.#at]?.resolve(this.#rows);
    this.#rows = [];
    this.#at++;
  }

  handleError(error: Error): void {
    const open = this.#steps.slice(this.#at).filter((read) => read !== null);
    this.#at = this.#steps.length;
    const isOfStatement = error instanceof pg.DatabaseError && open.length > 1;
    if (isOfStatement) open[0]?.reject(error);
    else for (const { reject } of open) reject(error);
    this.#options.done(error);
    if (isOfStatement) this.#options.again(open.slice(1));
  }

  handleReadyForQuery(): void {
    this.#options.done();
  }
}

function rowOf({ columns, make }: RowForm, fields: readonly (string | null)[]): Record<string, unknown> {
  const row = make();
  for (let i = 0; i < columns.length; i++) {
    const text = fields[i];
    if (text == null) continue;
    const { name, parse } = columns[i] as RowForm["columns"][number];
    row[name] = parse(text);
  }
  return row;
}
