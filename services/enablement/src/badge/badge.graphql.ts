import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Certification } from "../certification/index.js";
import { Authorized } from "../values.graphql.js";
import type { BadgeReads } from "./badge.reads.js";

type Context = RequestContext<BadgeReads>;

@Resolver(() => Certification)
export class BadgeResolver {
  @FieldResolver(() => String, {
    description: "As a badge that others read: Open Badges 3.0, signed as a JWT; `badgeKeys` has the key.",
  })
  openBadge(@Root() { row }: Certification, @Ctx() { load }: Context): Promise<string> {
    return load.openBadge(row);
  }

  @Authorized("check certificates")
  @Query(() => String, {
    nullable: true,
    description: "The public key that badges are signed with, as a JSON Web Key Set.",
  })
  badgeKeys(@Ctx() { load }: Context): Promise<string> {
    return load.badgeKeys();
  }
}
