import { refuse } from "@tiergraph/kit/subgraph/refuse";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { decodeMeasurementId } from "@tiergraph/program/measure";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { OverrideReads } from "../override/index.js";
import type { PartnerReads } from "../partner/index.js";
import type { PersonReads } from "../person/index.js";
import type { DecisionReads } from "../placement/index.js";
import type { ProgramReads } from "../program/index.js";
import type { ReviewReads } from "../review/index.js";
import { Authorized, Node } from "../values.graphql.js";
import { typeOfId } from "./type-of-id.js";

type Reads = PartnerReads & PersonReads & ProgramReads & DecisionReads & OverrideReads & ReviewReads;
type Context = RequestContext<Reads>;
/** An object with its type's name. */
type NodeFound = object | null;

/** What other subgraphs own: known here by an id, and as belonging to a partner that the viewer may read. */
const OTHERS = [
  "BenefitClaim",
  "Certification",
  "Deal",
  "DealRegistration",
  "FundRequest",
  "OnboardingPlan",
  "Redemption",
] as const;
export const STUBS = OTHERS.map((name) =>
  entityStub(name, { id: field.id() }, { isResolvable: false, implements: Node }),
);
const OF_OTHERS: ReadonlySet<string> = new Set([...OTHERS, "Measurement"]);

const OWN: Readonly<Record<string, (load: Reads, id: string) => Promise<NodeFound>>> = {
  Partner: (load, id) => load.partner.load(id),
  Person: (load, id) => load.person.load(id),
  Tier: (load, id) => load.tier(id),
  Decision: (load, id) => load.decision.load(id),
  Override: (load, id) => load.override.load(id),
  Review: (load, id) => load.review.load(id),
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
    @Ctx() { load }: Context,
  ): Promise<NodeFound> {
    return nodeOf(load, id);
  }

  @Authorized("read partners")
  @Query(() => [Node], {
    nullable: "itemsAndList",
    description: "What each id names, in their order; null for one that names nothing that you may see.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `At most ${MAX_NODES}.` }) ids: string[],
    @Ctx() { load }: Context,
  ): Promise<NodeFound[]> {
    if (ids.length > MAX_NODES)
      refuse("BAD_USER_INPUT", `\`ids\` are at most ${MAX_NODES}: ask for the rest in another request.`);
    return Promise.all(ids.map((id) => nodeOf(load, id)));
  }
}

async function nodeOf(load: Reads, id: string): Promise<NodeFound> {
  const type = typeOfId(id);
  if (type === null) return null;
  const found = await (OWN[type]?.(load, id) ?? (OF_OTHERS.has(type) ? ofOther(load, id) : null));
  return found === null ? null : { ...found, __typename: type };
}

async function ofOther(load: Reads, id: string): Promise<NodeFound> {
  const owner = (decodeOwnedId(id) ?? decodeMeasurementId(id))?.partnerId;
  return owner !== undefined && (await load.partner.load(owner)) !== null ? { id } : null;
}
