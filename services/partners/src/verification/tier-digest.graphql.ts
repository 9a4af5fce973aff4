import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { Authorized, KeptDigest } from "../values.graphql.js";
import type { VerificationReads } from "./verification.reads.js";

export const TierDigests = objectType("TierDigests", "Digests of the tiers of some partners, by id.", {
  digests: field.of(() => KeptDigest, "One for each partner of the page.").list(),
  total: field.int("Partners in total."),
  next: field.string("Pass as `after` to go on; null at the end.").nullable(),
});
export type TierDigests = InstanceType<typeof TierDigests>;

@Resolver()
export class TierDigestResolver {
  @Authorized("verify decisions")
  @Query(() => TierDigests, {
    nullable: true,
    description: "Digests of the tiers that partners hold. Services with an up-to-date copy have equal digests.",
  })
  tierDigests(
    @Arg("first", () => Int, { defaultValue: 200, description: "1 to 1,000 partners." }) first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "`next` of the page before; the first page if omitted.",
    })
    after: string | null | undefined,
    @Ctx() { load }: RequestContext<VerificationReads>,
  ): Promise<TierDigests> {
    return load.tierDigests({ first, after: after ?? null });
  }
}
