import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { LearnerKey } from "./learner.store.js";

@Directive('@key(fields: "id")')
@ObjectType()
export class Person {
  @Field(() => ID)
  id: string;
}

export const personOf = ({ partnerId, personId }: LearnerKey): Person => ({
  id: encodeOwnedId({ partnerId, id: personId }),
});
