import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { Authorized, Node, PageInfo } from "../values.graphql.js";
import type { PartnerNode, PartnerReads } from "./partner.reads.js";
import "@tiergraph/kit/values/declared-type.graphql";

export const Partner = objectType(
  "Partner",
  "A company or person that sells, builds or serves with the vendor.",
  {
    id: field.id(),
    code: field.string("The partner's key in the vendor's own systems."),
    name: field.string(),
    region: field.string("As it was registered; null where none was.").nullable(),
    country: field.string("As it was registered; null where none was.").nullable(),
    tracks: field.string("Names of the tracks that the partner is on.").list(),
    joinedOn: field.date("The day on which it joined the program."),
  },
  { directives: ['@key(fields: "id")'], implements: Node },
);
export type Partner = InstanceType<typeof Partner>;

/** Begins to read what will be asked of a partner, in the round trip that finds the partner. */
export interface ReadAhead {
  readonly readAhead: (partnerId: string, info: GraphQLResolveInfo) => void;
}

export const PartnerConnection = connectionType("Partner", () => Partner, PageInfo, "A page of partners.");
export type PartnerConnection = InstanceType<typeof PartnerConnection>;

@Resolver(() => Partner)
export class PartnerResolver {
  @Authorized("read partners")
  @Query(() => Partner, { nullable: true, description: "Null when there is none that you may see." })
  partner(
    @Arg("id", () => ID, { description: "The partner's id." }) id: string,
    @Ctx() { load }: RequestContext<PartnerReads & ReadAhead>,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PartnerNode | null> {
    load.readAhead(id, info);
    return load.partner.load(id);
  }

  // For the gateway, which reads tokens that name partners by code.
  @Authorized("find partners by code")
  @Directive("@inaccessible")
  @Query(() => [Partner], { nullable: true })
  partnersOfCodes(
    @Arg("codes", () => [String]) codes: string[],
    @Ctx() { load }: RequestContext<PartnerReads>,
  ): Promise<PartnerNode[]> {
    return load.partnersOfCodes(codes);
  }
}
