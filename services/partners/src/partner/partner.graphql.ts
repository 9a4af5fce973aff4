import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { PartnerNode, PartnerReads } from "./partner.reads.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A company or person that sells, builds or serves with the vendor." })
export class Partner implements PartnerNode {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The partner's key in the vendor's own systems." })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: "As it was registered; null where none was." })
  region: string | null;

  @Field(() => String, { nullable: true, description: "As it was registered; null where none was." })
  country: string | null;

  @Field(() => [String], { description: "Names of the tracks that the partner is on." })
  tracks: string[];

  @Field(() => DateScalar, { description: "The day on which it joined the program." })
  joinedOn: string;
}

@ObjectType({ description: "A page of partners." })
export class PartnerConnection extends connectionType("Partner", () => Partner, PageInfo) {}

@Resolver(() => Partner)
export class PartnerResolver {
  @Authorized("read partners")
  @Query(() => Partner, { nullable: true, description: "Null when there is none that you may see." })
  partner(
    @Arg("id", () => ID, { description: "The partner's id." }) id: string,
    @Ctx() { load }: RequestContext<PartnerReads>,
  ): Promise<PartnerNode | null> {
    return load.partner.load(id);
  }
}
