import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { decodeNamedId } from "@tiergraph/kit/values/named-id";
import { decodeMeasurementId } from "@tiergraph/program/measure";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { CohortReads } from "../cohort/index.js";
import type { OverrideReads } from "../override/index.js";
import type { PartnerReads } from "../partner/index.js";
import type { PersonReads } from "../person/index.js";
import type { DecisionReads } from "../placement/index.js";
import type { ProgramReads } from "../program/index.js";
import type { ReviewReads } from "../review/index.js";
import { Authorized, Node } from "../values.graphql.js";
import { typeOfId } from "./type-of-id.js";

type Reads = PartnerReads & CohortReads & PersonReads & ProgramReads & DecisionReads & OverrideReads & ReviewReads;
type Context = RequestContext<Reads>;
/** An object with its type's name. */
type NodeFound = object | null;

/** What other subgraphs own of a partner: known here by an id that says whose it is. */
const OF_PARTNERS = [
  "BenefitClaim",
  "Certification",
  "Deal",
  "DealRegistration",
  "Enrollment",
  "FundRequest",
  "OnboardingPlan",
  "Redemption",
] as const;
/** What the program names, and they show. */
const OF_PROGRAM = ["Benefit", "Course", "LearningPath"] as const;
/** What they show to the vendor's people. */
const OF_VENDOR = ["VendorManager"] as const;
export const STUBS = [...OF_PARTNERS, ...OF_PROGRAM, ...OF_VENDOR].map((name) =>
  entityStub(name, { id: field.id() }, { isResolvable: false, implements: Node }),
);

type Find = (context: Context, id: string) => Promise<NodeFound>;

const ofPartner: Find = async ({ load }, id) => {
  const [person = ""] = decodeNamedId("Enrollment", id) ?? [];
  const owner = (decodeOwnedId(id) ?? decodeMeasurementId(id) ?? decodeOwnedId(person))?.partnerId;
  return owner !== undefined && (await load.partner.load(owner)) !== null ? { id } : null;
};
const ofProgram: Find = async ({ load }, id) => ((await load.isInProgram(id)) ? { id } : null);
const ofVendor: Find = async ({ viewer }, id) => (viewer.partnerIds === "all" ? { id } : null);
const each = (types: readonly string[], find: Find) => Object.fromEntries(types.map((type) => [type, find]));

/** How what an id names is found, by its type. */
const FIND: Readonly<Record<string, Find>> = {
  Partner: ({ load }, id) => load.partner.load(id),
  Person: ({ load }, id) => load.person.load(id),
  Tier: ({ load }, id) => load.tier(id),
  Decision: ({ load }, id) => load.decision.load(id),
  Override: ({ load }, id) => load.override.load(id),
  Review: ({ load }, id) => load.review.load(id),
  Program: ({ load }, id) => load.programOfId(id),
  Cohort: ({ load }, id) => load.cohortOfId(id),
  ...each([...OF_PARTNERS, "Measurement"], ofPartner),
  ...each(OF_PROGRAM, ofProgram),
  ...each(OF_VENDOR, ofVendor),
};

const MAX_NODES = 100;

@Resolver()
export class NodeResolver {
  @Authorized("read partners")
  @Query(() => Node, {
    nullable: true,
    description: "What an id names, of any type that is a `Node`. Null where there is none that you may see.",
  })
  node(
    @Arg("id", () => ID, { description: "The `id` of any object." }) id: string,
    @Ctx() context: Context,
  ): Promise<NodeFound> {
    return nodeOf(context, id);
  }

  @Authorized("read partners")
  @Query(() => [Node], {
    nullable: "itemsAndList",
    description: "What each id names, in their order; null for one that names nothing that you may see.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `At most ${MAX_NODES}.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<NodeFound[]> {
    if (ids.length > MAX_NODES)
      refuse("BAD_USER_INPUT", `\`ids\` are at most ${MAX_NODES}: ask for the rest in another request.`);
    return Promise.all(ids.map((id) => nodeOf(context, id)));
  }
}

async function nodeOf(context: Context, id: string): Promise<NodeFound> {
  const type = typeOfId(id);
  if (type === null) return null;
  const found = (await FIND[type]?.(context, id)) ?? null;
  return found === null ? null : { ...found, __typename: type };
}
