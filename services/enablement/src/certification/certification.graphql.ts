import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { CertificationRow } from "./certification.store.js";
import { isValidOn, renewableFrom } from "./certify.js";

type Context = RequestContext<CourseReads>;

const CertificationEnd = graphEnum("CertificationEnd", ["NEW_VERSION", "MOVED"], {
  description: "Why a certification ends before its term.",
  valuesConfig: {
    NEW_VERSION: {
      description: "Its course has a new version, some days after which certifications of earlier versions end.",
    },
    MOVED: { description: "Its person works for another partner." },
  },
});
type CertificationEnd = (typeof CertificationEnd)[string];

@ObjectType({
  description: "What a person was given for a completed course. Never changed once given; a renewal is a new one.",
})
export class Certification {
  @Field(() => ID)
  id: string;

  @Field(() => Person, { description: "Who holds it." })
  person: Person;

  @Field(() => String, { description: "As the program had it when the completion was recorded." })
  level: string;

  @Field(() => DateScalar, { description: "The day of the completion, from which it holds." })
  issuedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer holds; null where it holds for good.",
  })
  expiresOn: string | null;

  @Field(() => Int, { description: "The version of the course for which it was given." })
  courseVersion: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts for this partner, where its person came after it was issued.",
  })
  countsFrom: string | null;

  @Field(() => String, {
    description: "With this code anyone can check that it is valid: `checkCertification`, or `/certificates/<code>`.",
  })
  checkCode: string;

  @Field(() => CertificationEnd, {
    nullable: true,
    description: "Why it ends before its term; null where it does not.",
  })
  endedBecause: CertificationEnd | null;

  row: CertificationRow;
}

@ObjectType({ description: "A page of certifications." })
export class CertificationConnection extends connectionType("Certification", () => Certification, PageInfo) {}
export type CertificationNodes = Page<Certification>;

@ArgsType()
export class CertificationsArgs {
  @Field(() => Int, { defaultValue: 10, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@Resolver(() => Certification)
export class CertificationResolver {
  @FieldResolver(() => Course, { description: "The course that was completed." })
  course(@Root() { row }: Certification, @Ctx() { load }: Context): Promise<Course> {
    return load.course(row.course);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The day from which renewing it loses nothing; null where it cannot be renewed so.",
  })
  async renewableFrom(@Root() { row }: Certification, @Ctx() { load }: Context): Promise<string | null> {
    const { certifies } = await load.course(row.course);
    return renewableFrom(row, certifies?.renewalDays ?? null);
  }

  @FieldResolver(() => Boolean, { description: "Whether it holds today (UTC)." })
  isValid(@Root() { row }: Certification, @Ctx() { today }: Context): boolean {
    return isValidOn(row, today);
  }
}
