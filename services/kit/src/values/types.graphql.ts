import "../subgraph/metadata.js";
import { type ClassType, Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { graphEnum } from "./graph-enum.graphql.js";
import { codesOf, meaningsOf, type Payload, type UserError } from "./refusal-table.js";
import { DecimalScalar } from "./scalars.js";

// type-graphql keeps one registry for the process: a decorated class that two subgraphs share would leak from one
// schema into the other. Each service therefore makes its own by calling these once.

/** `Money { amount currency }`, for one service. */
export function moneyType() {
  @Directive("@shareable")
  @ObjectType({ description: "An exact amount in one currency." })
  class Money {
    @Field(() => DecimalScalar, { description: "In major units, for example `1250.50`." })
    amount: string;

    @Field(() => String, { description: "ISO 4217 code." })
    currency: string;
  }
  return Money;
}

/** What one service keeps of facts and tiers, for holding services against each other. */
export function keptDigestType() {
  @Directive("@shareable")
  @ObjectType({
    description:
      "Digests of what one service keeps of a partner: its facts with an amount, and its tiers by day. Services that agree have equal digests.",
  })
  class KeptDigest {
    @Field(() => ID, { description: "The partner's id." })
    partnerId: string;

    @Field(() => Int, { nullable: true, description: "Facts that count and have an amount; null where none are kept." })
    facts: number | null;

    @Field(() => String, { nullable: true, description: "Digest of those facts; null where none are kept." })
    factsDigest: string | null;

    @Field(() => Int, { nullable: true, description: "Days from which on another tier is held." })
    periods: number | null;

    @Field(() => String, { nullable: true, description: "Digest of those days and tiers; null where none are kept." })
    periodsDigest: string | null;
  }
  return KeptDigest;
}

/** `PageInfo` of the Relay connection specification, for one service. */
export function pageInfoType() {
  @Directive("@shareable")
  @ObjectType({ description: "The position of a page in its connection." })
  class PageInfo {
    @Field(() => Boolean, { description: "Whether another page follows." })
    hasNextPage: boolean;

    @Field(() => String, { nullable: true, description: "Pass as `after` to read on; null on an empty page." })
    endCursor: string | null;
  }
  return PageInfo;
}

/** A connection over one node type. Nodes stand beside edges, since most clients want no cursor but the last. */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  pageInfo: ClassType<PageInfo>,
) {
  @ObjectType(`${name}Edge`, { description: "One of a page, with its place in the list." })
  class Edge {
    @Field(() => String, { description: "Its place in the list: pass it as `after` to read on from here." })
    cursor: string;

    @Field(() => node(), { description: "What stands there." })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: "A page of a list." })
  class Connection {
    @Field(() => [Edge], { description: "The page, each with its cursor." })
    edges: Edge[];

    @Field(() => [node()], { description: "The page, without cursors." })
    nodes: Node[];

    @Field(() => pageInfo, { description: "Where the page ends, and whether another follows." })
    pageInfo: PageInfo;
  }
  return Connection;
}

/** What a mutation refuses, for one service and one mutation; `code` is an enum of that mutation. */
function userErrorType(name: string, codes: object) {
  @ObjectType(name, { description: "A refusal: nothing was changed by what it names." })
  class UserError {
    @Field(() => codes, { description: "For programs: it stays, also where the message changes." })
    code: string;

    @Field(() => [String], { nullable: true, description: "Path to the offending part of the input." })
    field: string[] | null;

    @Field(() => String, { description: "For people: what is wrong, and what to do." })
    message: string;
  }
  return UserError;
}

/**
 * `<name>Payload { <field> userErrors }`: what a mutation did, null where it was refused, and why.
 *
 * @param description of the field
 */
export function payloadType<Node extends object, const Field extends string>(
  name: string,
  {
    field,
    type,
    userError,
    description = "Null where it was refused.",
  }: { field: Field; type: () => ClassType<Node>; userError: ClassType<object>; description?: string },
): ClassType<Payload<Field, Node>> {
  @ObjectType(`${name}Payload`, { description: "What the mutation did, or why it did nothing." })
  class MutationPayload {}
  Field(type, { nullable: true, description })(MutationPayload.prototype, field);
  Field(() => [userError], { description: "Empty where it was done." })(MutationPayload.prototype, "userErrors");
  return MutationPayload as ClassType<Payload<Field, Node>>; // The fields that were just added.
}

/** The state of a service's job queue, for one service. */
export function jobQueueType() {
  @Directive("@shareable")
  @ObjectType({ description: "A job that failed for good and waits for a person." })
  class DeadJob {
    @Field(() => ID)
    id: string;

    @Field(() => String, { description: "The event and its subscriber." })
    task: string;

    @Field(() => Int, { description: "How often it was tried." })
    attempts: number;

    @Field(() => String, { nullable: true, description: "Why the last attempt failed, in technical words." })
    lastError: string | null;
  }

  @Directive("@shareable")
  @ObjectType({ description: "What waits, runs and failed in one service's queue." })
  class JobQueue {
    @Field(() => Int, { description: "Jobs that wait or run." })
    pending: number;

    @Field(() => [DeadJob], { description: "At most 100, oldest first." })
    dead: DeadJob[];
  }
  return { DeadJob, JobQueue };
}

export interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** `<name>UserError` with the refusals of one table; their codes are the enum `<name>ErrorCode`, or `<codes>ErrorCode`. */
export function refusalType(
  name: string,
  refusals: Parameters<typeof codesOf>[0],
  {
    description = "A refusal: nothing was changed.",
    codes = name,
  }: { readonly description?: string; readonly codes?: string } = {},
): ClassType<UserError> {
  const ErrorCode = graphEnum(`${codes}ErrorCode`, codesOf(refusals), {
    description: "Why a mutation did nothing.",
    valuesConfig: meaningsOf(refusals),
  });
  @ObjectType(`${name}UserError`, { description })
  class SubjectUserError extends userErrorType(`${name}Refusal`, ErrorCode) {}
  return SubjectUserError as ClassType<UserError>; // A refusal of a table always has a path.
}
