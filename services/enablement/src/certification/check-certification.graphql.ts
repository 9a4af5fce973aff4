import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { CertificationReads } from "./certification.reads.js";

type Context = RequestContext<CertificationReads>;

const CheckedCertification = objectType(
  "CheckedCertification",
  "What anyone with the check code of a certification can see: never the person's name or employer.",
  {
    checkCode: field.string("The code that was asked for."),
    course: field.string("Name of the course."),
    title: field.string("The course's name for people; its name where the program no longer has it."),
    level: field.string("As it was when the completion was recorded."),
    issuedOn: field.date("The day of the completion, from which it holds."),
    expiresOn: field.date("The first day on which it no longer holds.").nullable(),
    isValid: field.boolean("Whether it holds today (UTC)."),
  },
);
type CheckedCertification = InstanceType<typeof CheckedCertification>;

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
