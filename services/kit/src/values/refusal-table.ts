/** A refusal is a plain value of its kind, with the data that its message needs. Nothing was changed. */
export type Refused<Kind extends string, Data> = { readonly kind: Kind } & Readonly<Data>;

interface Declared<Data> {
  /** The code that clients switch on; the kind in capitals where left out. Several kinds may share one. */
  readonly code?: string;
  /** Path to the offending part of the input; empty where it is the whole, null where the input is not at fault. */
  readonly at: readonly string[] | null | ((data: Data) => readonly string[]);
  /** For people, in English, as an ICU message: `At least {minimum} are redeemed at once.` Catalogues have it in other languages. */
  readonly message: string;
  /** What its placeholders stand for, by name: always the same, or by the data. It has none where left out. */
  readonly values?: RefusalValues | ((data: Data) => RefusalValues);
  /** What the code means in the graph; the message itself where left out, if that is always the same. */
  readonly meaning?: string;
  /** What clients read of it in fields besides the message: fields that the type of the errors has. */
  readonly data?: (data: Data) => Readonly<Record<string, unknown>>;
}
// `never` takes an entry of any data; what the data is, its own functions say.
type Entries = Readonly<Record<string, Declared<never>>>;
type DataOf<Entry> = Entry extends { readonly values: (data: infer Data) => RefusalValues }
  ? Data
  : Entry extends { readonly at: (data: infer Data) => readonly string[] }
    ? Data
    : object;

/** Makes refusals of one subject: `refusals.BelowMinimum({ minimum })`. */
export type RefusalTable<Table extends Entries = Entries> = {
  readonly [Kind in keyof Table & string]: keyof DataOf<Table[Kind]> extends never
    ? () => Refused<Kind, object>
    : (data: DataOf<Table[Kind]>) => Refused<Kind, DataOf<Table[Kind]>>;
} & { readonly [ENTRIES]: Table; readonly [SUBJECT]: string };

/** Any refusal of a table. */
export type RefusalOf<Table> =
  Table extends RefusalTable<infer Declared>
    ? { [Kind in keyof Declared & string]: Refused<Kind, DataOf<Declared[Kind]>> }[keyof Declared & string]
    : never;

/** The outcome of an action: what it did, or why it did nothing. */
export type Outcome<Done extends object, Refusal> = ({ readonly kind: "Done" } & Done) | Refusal;

/** What a client reads of a refusal. */
export interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  /** Put into the language of the request when it is answered. */
  readonly message: InLanguage;
}

/** What placeholders of a message stand for: texts, numbers, and what each language writes its own way. */
export type RefusalValues = Readonly<Record<string, RefusalValue>>;
type RefusalValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly amount: string; readonly currency: string }
  | { readonly kind: "day"; readonly day: string };
/** Puts a refusal into the language of the request. */
export type Say = (message: { readonly id: string; readonly text: string }, values: RefusalValues) => string;
/** A text of the graph as its field is answered. */
export type InLanguage = (args: unknown, context: { readonly say: Say }) => string;

const ENTRIES = Symbol("the entries of a refusal table");
const SUBJECT = Symbol("the name of a refusal table");

/**
 * Declares the refusals of one subject, each once: its code, the part of the input that it names, its message.
 *
 * @param subject unlike that of any other table: a message is known to the catalogues as `<subject>.<kind>`
 */
export function refusalTable<const Table extends Entries>(subject: string, table: Table): RefusalTable<Table> {
  for (const kind of Object.keys(table)) refusalKinds.add(kind);
  const makers = Object.keys(table).map((kind) => [kind, (data?: object) => ({ kind, ...data })] as const);
  return { ...Object.fromEntries(makers), [ENTRIES]: table, [SUBJECT]: subject } as RefusalTable<Table>; // One maker a kind.
}

const refusalKinds = new Set<string>();

/** Whether an outcome of this kind is a refusal of any table. */
export const isRefusalKind = (kind: string): boolean => refusalKinds.has(kind);

/** Any table, for what does not ask which refusals it has. */
export type AnyRefusals = { readonly [ENTRIES]: Entries; readonly [SUBJECT]: string };

/** The messages of a table, as catalogues have them; null where a value is something else. */
export function refusalTextsOf(value: unknown): { subject: string; texts: Readonly<Record<string, string>> } | null {
  if (typeof value !== "object" || value === null || !(ENTRIES in value)) return null;
  const { [ENTRIES]: entries, [SUBJECT]: subject } = value as AnyRefusals; // Only tables have them.
  return { subject, texts: Object.fromEntries(Object.entries(entries).map(([kind, { message }]) => [kind, message])) };
}

/** What each code means, by its first kind that says so; null where none does. */
export function meaningsOf(table: AnyRefusals): Map<string, string | null> {
  const meanings = new Map<string, string | null>();
  for (const [kind, entry] of Object.entries(table[ENTRIES]) as [string, Declared<object>][]) {
    const { message, values, meaning = typeof values === "function" ? null : filled(message, values) } = entry;
    const code = codeOf(kind, entry);
    meanings.set(code, meanings.get(code) ?? meaning);
  }
  return meanings;
}

/** A message with values that are always the same. */
const filled = (message: string, values: RefusalValues = {}): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString("en") : String(value);
  });

export const isRefusal = <Table extends AnyRefusals>(
  table: Table,
  outcome: { readonly kind: string },
): outcome is RefusalOf<Table> & { readonly kind: string } => Object.hasOwn(table[ENTRIES], outcome.kind);

/** A refusal as a client reads it; its path is below `input`. */
export function userErrorOf(table: AnyRefusals, refusal: { readonly kind: string }): UserError {
  const entry = table[ENTRIES][refusal.kind] as Declared<object> | undefined;
  if (entry === undefined) throw new Error(`No refusal table declares ${refusal.kind}`);
  const { at, message: text, values, data } = entry;
  const message = { id: `${table[SUBJECT]}.${refusal.kind}`, text };
  const path = typeof at === "function" ? at(refusal) : at;
  return {
    ...data?.(refusal),
    code: codeOf(refusal.kind, entry),
    field: path === null ? [] : ["input", ...path],
    message: (_args, { say }) => say(message, typeof values === "function" ? values(refusal) : (values ?? {})),
  };
}

/** `BelowMinimum` is `BELOW_MINIMUM`. */
const codeOf = (kind: string, { code }: { readonly code?: string }): string =>
  code ?? kind.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();

/**
 * An outcome as the payload of a mutation: what was done in its field, or null and the refusal.
 *
 * @param nodeOf what clients read of what was done
 */
export const payloadOf = <
  Table extends AnyRefusals,
  Outcome extends { readonly kind: string },
  const Field extends string,
  Node,
>(
  table: Table,
  outcome: Outcome,
  field: Field,
  nodeOf: (done: Exclude<Outcome, RefusalOf<Table>>) => Node,
): Payload<Field, Node> =>
  (isRefusal(table, outcome)
    ? { [field]: null, userErrors: [userErrorOf(table, outcome)] }
    : // What the table does not refuse was done.
      { [field]: nodeOf(outcome as Exclude<Outcome, RefusalOf<Table>>), userErrors: [] }) as Payload<Field, Node>;

export type Payload<Field extends string, Node> = { readonly [Name in Field]: Node | null } & {
  readonly userErrors: readonly UserError[];
};
