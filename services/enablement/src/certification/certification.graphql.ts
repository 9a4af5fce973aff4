import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Course, type CourseReads } from "../course/index.js";
import { Person } from "../entities.graphql.js";
import { PageInfo } from "../values.graphql.js";
import type { CertificationRow } from "./certification.store.js";
import { isValidOn, renewableFrom } from "./certify.js";
import "@tiergraph/kit/values/declared-type.graphql";

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

export const Certification = objectType(
  "Certification",
  "What a person was given for a completed course. Never changed once given; a renewal is a new one.",
  {
    id: field.id(),
    person: field.of(() => Person, "Who holds it."),
    level: field.string("As the program had it when the completion was recorded."),
    issuedOn: field.date("The day of the completion, from which it holds."),
    expiresOn: field.date("The first day on which it no longer holds; null where it holds for good.").nullable(),
    courseVersion: field.int("The version of the course for which it was given."),
    countsFrom: field
      .date("The day from which it counts for this partner, where its person came after it was issued.")
      .nullable(),
    checkCode: field.string(
      "With this code anyone can check that it is valid: `checkCertification`, or `/certificates/<code>`.",
    ),
    endedBecause: field.of(() => CertificationEnd, "Why it ends before its term; null where it does not.").nullable(),
    row: field.hidden<CertificationRow>(),
  },
  { directives: ['@key(fields: "id")'] },
);
export type Certification = InstanceType<typeof Certification>;

export const CertificationConnection = connectionType(
  "Certification",
  () => Certification,
  PageInfo,
  "A page of certifications.",
);
export type CertificationConnection = InstanceType<typeof CertificationConnection>;
export type CertificationNodes = Page<Certification>;

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
