import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { CertificationReads } from "./certification.reads.js";

type Context = RequestContext<CertificationReads>;

@ObjectType({
  description: "What anyone with the check code of a certification can see: never the person's name or employer.",
})
class CheckedCertification {
  @Field(() => String, { description: "The code that was asked for." })
  checkCode: string;

  @Field(() => String, { description: "Name of the course." })
  course: string;

  @Field(() => String, { description: "The course's name for people; its name where the program no longer has it." })
  title: string;

  @Field(() => String, { description: "As it was when the completion was recorded." })
  level: string;

  @Field(() => DateScalar, { description: "The day of the completion, from which it holds." })
  issuedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which it no longer holds." })
  expiresOn: string | null;

  @Field(() => Boolean, { description: "Whether it holds today (UTC)." })
  isValid: boolean;
}

@Resolver()
export class CheckCertificationResolver {
  @Authorized("check certificates")
  @Query(() => CheckedCertification, {
    nullable: true,
    description: "Whether a certification holds, by its check code. Null for a code that nothing has.",
  })
  checkCertification(
    @Arg("checkCode", () => String, { description: "As it stands on the certificate." }) checkCode: string,
    @Ctx() { load }: Context,
  ): Promise<CheckedCertification | null> {
    return load.checkCertification(checkCode);
  }
}
