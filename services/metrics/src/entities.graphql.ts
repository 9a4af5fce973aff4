import { Directive, Field, ID, ObjectType } from "type-graphql";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

@Directive('@key(fields: "id")')
@ObjectType()
export class Partner {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Person {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class NextStep {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "name")')
@ObjectType()
export class Cohort {
  @Field(() => String)
  name: string;

  @Directive("@external")
  @Field(() => [ID], { nullable: true })
  memberIds: string[] | null;
}
