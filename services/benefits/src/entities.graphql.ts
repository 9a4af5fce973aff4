import "@tiergraph/kit/subgraph/metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

@Directive('@key(fields: "id")')
@ObjectType()
export class Partner {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Tier {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Deal {
  @Field(() => ID)
  id: string;
}
