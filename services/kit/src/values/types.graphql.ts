import type { ClassType } from "type-graphql";
import { MAX_COUNTED, type PageInfo } from "../paging/page.js";
import { type DeclaredField, field, inputType, interfaceType, objectType } from "./declared-type.graphql.js";
import { graphEnum } from "./graph-enum.graphql.js";
import { type AnyRefusals, meaningsOf, type Payload, type UserError } from "./refusal-table.js";

// type-graphql keeps one registry for the process: a class that two subgraphs share would leak from one schema into the
// other. Each service therefore makes its own by calling these once.

const SHARED = { directives: ["@shareable"] };

/** `Money { amount currency }`, for one service. */
export const moneyType = () =>
  objectType(
    "Money",
    "An exact amount in one currency.",
    {
      amount: field.decimal("In major units, for example `1250.50`."),
      currency: field.string("ISO 4217 code."),
    },
    SHARED,
  );

/** What one service keeps of facts and tiers, for holding services against each other. */
export const keptDigestType = () =>
  objectType(
    "KeptDigest",
    "Digests of what one service keeps of a partner: its facts with an amount, and its tiers by day. Services that agree have equal digests.",
    {
      partnerId: field.id("The partner's id."),
      facts: field.int("Facts that count and have an amount; null where none are kept.").nullable(),
      factsDigest: field.string("Digest of those facts; null where none are kept.").nullable(),
      periods: field.int("Days from which on another tier is held.").nullable(),
      periodsDigest: field.string("Digest of those days and tiers; null where none are kept.").nullable(),
    },
    SHARED,
  );

/** Days from one on and before another, for filters of one service. */
export const dateRangeType = () =>
  inputType("DateRange", "Days in a row; what is left out is not bounded.", {
    from: field.date("The first day.").nullable(),
    until: field.date("The first day after.").nullable(),
  });

/** Of the order of a list, for one service. */
export const orderDirectionType = () =>
  graphEnum("OrderDirection", ["ASC", "DESC"], {
    description: "The direction of an order.",
    valuesConfig: { ASC: { description: "The least first." }, DESC: { description: "The greatest first." } },
  });

/** `PageInfo` of the Relay connection specification, for one service. */
export const pageInfoType = () =>
  objectType(
    "PageInfo",
    "The position of a page in its connection.",
    {
      hasNextPage: field.boolean(
        "Whether more follow; of a page that was read backwards, whether it was read from a cursor.",
      ),
      hasPreviousPage: field.boolean(
        "Whether more come before; of a page that was read forwards, whether it was read from a cursor.",
      ),
      startCursor: field.string("Pass as `before` to read back; null on an empty page.").nullable(),
      endCursor: field.string("Pass as `after` to read on; null on an empty page.").nullable(),
    },
    SHARED,
  );

/** A connection over one node type. Nodes stand beside edges, since most clients want no cursor but the last. */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  pageInfo: ClassType<PageInfo>,
  description = "A page of a list.",
  /** Where several subgraphs have it. */
  options: { readonly directives?: readonly string[] } = {},
) {
  const Edge = objectType(`${name}Edge`, "One of a page, with its place in the list.", edgeFields(node), options);
  return connectionOf(name, { node, edge: () => Edge, pageInfo, description }, options);
}

/** What every edge has; one that says more has fields of its own besides. */
export const edgeFields = <Node extends object>(node: () => ClassType<Node>) => ({
  cursor: field.string("Its place in the list: pass it as `after` to read on from here."),
  node: field.of(node, "What stands there.").as<Node>(),
});

/** A connection whose edges say more of a node than its place. */
export const connectionOf = <Node extends object, Edge extends object>(
  name: string,
  {
    node,
    edge,
    pageInfo,
    description,
  }: {
    readonly node: () => ClassType<Node>;
    readonly edge: () => ClassType<Edge>;
    readonly pageInfo: ClassType<PageInfo>;
    readonly description: string;
  },
  options: { readonly directives?: readonly string[] } = {},
) =>
  objectType(
    `${name}Connection`,
    description,
    {
      edges: field.of(edge, "The page, each with its cursor.").as<Edge>().list(),
      nodes: field.of(node, "The page, without cursors.").as<Node>().list(),
      pageInfo: field.of(() => pageInfo, "Where the page begins and ends, and whether there are others."),
      totalCount: field.int(`How many the list has, counted up to ${COUNTED}.`).as<Promise<number>>(),
      isTotalCountCapped: field
        .boolean(`Whether the list has more than ${COUNTED}: \`totalCount\` stops there.`)
        .as<Promise<boolean>>(),
    },
    options,
  );
const COUNTED = MAX_COUNTED.toLocaleString("en");

/**
 * `<name>Payload { <field> userErrors }`: what a mutation did, null where it was refused, and why.
 *
 * @param description of the field
 */
export const payloadType = <Node extends object, const Name extends string>(
  name: string,
  {
    field: shown,
    type,
    userError,
    description = "Null where it was refused.",
  }: { field: Name; type: () => ClassType<Node>; userError: ClassType<object>; description?: string },
) =>
  objectType(`${name}Payload`, "What the mutation did, or why it did nothing.", {
    [shown]: field.of(type, description).nullable(),
    userErrors: field.of(() => userError, "Empty where it was done.").list(),
  }) as ClassType as ClassType<Payload<Name, Node>>; // A computed name is any string to the compiler.

/** The state of a service's job queue, for one service. */
export function jobQueueType() {
  const DeadJob = objectType(
    "DeadJob",
    "A job that failed for good and waits for a person.",
    {
      id: field.id(),
      task: field.string("The event and its subscriber."),
      attempts: field.int("How often it was tried."),
      lastError: field.string("Why the last attempt failed, in technical words.").nullable(),
    },
    SHARED,
  );
  const JobQueue = objectType(
    "JobQueue",
    "What waits, runs and failed in one service's queue.",
    {
      pending: field.int("Jobs that wait or run."),
      dead: field.of(() => DeadJob, "At most 100, oldest first.").list(),
    },
    SHARED,
  );
  return { DeadJob, JobQueue };
}

/** The interface of all refusals, for one service. */
export const userErrorType = () =>
  interfaceType("UserError", "A refusal of a mutation: nothing was changed.", {
    code: field.string("For programs: it stays, also where the message changes."),
    // A refusal of a table always has a path.
    field: field
      .string("Path to the offending part of the input; empty where the input is not at fault.")
      .list()
      .nullable()
      .as<readonly string[]>(),
    message: field
      .string("For people, in the language of the request: what is wrong, and what to do.")
      .as<UserError["message"]>(),
  });

export interface RefusalTypeOptions {
  readonly description?: string;
  /** What some refusals say besides, in fields: null in the others. */
  readonly data?: Readonly<Record<string, DeclaredField<unknown, true>>>;
}

/** For one service: declares `<name>UserError` with the refusals of one table. */
export const refusalTypes =
  (userError: ClassType<UserError>) =>
  (
    name: string,
    refusals: AnyRefusals,
    { description = "A refusal: nothing was changed.", data = {} }: RefusalTypeOptions = {},
  ): ClassType<UserError> =>
    objectType(
      `${name}UserError`,
      description,
      { code: field.string(codesIn(refusals)), ...data },
      { implements: userError },
    ) as ClassType as ClassType<UserError>; // The interface has the other fields.

/** What a field says of its codes. */
const codesIn = (refusals: AnyRefusals): string =>
  [
    "For programs: it stays, also where the message changes. One of:",
    ...[...meaningsOf(refusals)].map(([code, meaning]) => `- \`${code}\`${meaning === null ? "" : `: ${meaning}`}`),
  ].join("\n");
