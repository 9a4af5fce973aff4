import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Course } from "../course/course.graphql.js";
import { Person, personOf } from "../learner/learner.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { CertificationRow } from "./certification.store.js";
import { isValidOn } from "./certify.js";

@ObjectType({
  description: "What a person was given for a completed course. Never changed once given; a renewal is a new one.",
})
export class Certification {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person!: Person;

  @Field(() => String, { description: "As the program had it when the completion was recorded." })
  level!: string;

  @Field(() => DateScalar, { description: "The day of the completion, from which it holds." })
  issuedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer holds; null where it holds for good.",
  })
  expiresOn!: string | null;

  row!: CertificationRow;
}

@ObjectType()
export class CertificationConnection extends connectionType("Certification", () => Certification, PageInfo) {}
export type CertificationNodes = Page<Certification>;

@ArgsType()
export class CertificationsArgs {
  @Field(() => Int, { defaultValue: 10, description: "1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

export const certificationOf = (row: CertificationRow): Certification => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.certificationId }),
  person: personOf(row),
  level: row.level,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  row,
});

@Resolver(() => Certification)
export class CertificationResolver {
  @FieldResolver(() => Course)
  course(@Root() { row }: Certification, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }

  @FieldResolver(() => Boolean, { description: "Whether it holds today (UTC)." })
  isValid(@Root() { row }: Certification, @Ctx() { today }: Context): boolean {
    return isValidOn(row, today);
  }
}
