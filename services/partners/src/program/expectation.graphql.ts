import type { Program } from "@tiergraph/program/document/program";
import { Field, ObjectType, registerEnumType } from "type-graphql";

export enum ExpectedOf {
  PARTNER = "partner",
  VENDOR = "vendor",
  BOTH = "both",
}
registerEnumType(ExpectedOf, { name: "ExpectedOf", description: "Who does what a tier expects." });

@ObjectType({
  description:
    "What partners in a tier do beside what reaching it asks, such as a joint business plan. Nothing is judged by it.",
})
export class Expectation {
  @Field(() => String, { description: "Slug, for example `joint-plan`." })
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => String, { description: "Why the program expects it." })
  why: string;

  @Field(() => String, { nullable: true, description: "How often, such as `quarter` or `fiscal year`; null for once." })
  every: string | null;

  @Field(() => ExpectedOf)
  of: ExpectedOf;
}

/** Those that the names name, in their order. */
export const expectationsOf = ({ expectations }: Program, names: readonly string[]): Expectation[] =>
  names.flatMap((name) => {
    const expectation = expectations.find((one) => one.name === name);
    return expectation === undefined ? [] : { ...expectation, of: expectation.of as ExpectedOf }; // The same three words.
  });
