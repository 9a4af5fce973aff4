import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { payloadOf as payload } from "@tiergraph/kit/values/refusal";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, userErrorOf, userErrorType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Authorized } from "../values.graphql.js";
import { MOVE_CODES } from "./move-person.action.js";
import type { PersonRow } from "./person.store.js";
import type { PeopleRegistration } from "./register-people.action.js";

export enum PersonRole {
  SALES = "sales",
  ENGINEERING = "engineering",
  CUSTOMER_SUCCESS = "customer-success",
}
registerEnumType(PersonRole, { name: "PersonRole" });

@Directive('@key(fields: "id")')
@ObjectType({ description: "Someone who works for a partner." })
export class Person {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The person's key in the partner's or the vendor's systems." })
  externalId: string;

  @Field(() => PersonRole, { nullable: true })
  role: PersonRole | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it left for another partner; null while it works for this one.",
  })
  leftOn: string | null;

  row: PersonRow;
}

export const personOf = (row: PersonRow): Person => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.personId }),
  externalId: row.externalId,
  role: row.role as PersonRole | null, // Written through the enum.
  leftOn: row.leftOn,
  row,
});

export enum RegisterPeopleErrorCode {
  TOO_MANY = "TOO_MANY",
  TEXT_INVALID = "TEXT_INVALID",
  DUPLICATE_PERSON = "DUPLICATE_PERSON",
  PARTNER_NOT_FOUND = "PARTNER_NOT_FOUND",
}
registerEnumType(RegisterPeopleErrorCode, { name: "RegisterPeopleErrorCode" });

@ObjectType({ description: "A refusal: nobody was registered." })
export class RegisterPeopleUserError extends userErrorType("RegisterPeopleRefusal", RegisterPeopleErrorCode) {}

@InputType()
export class PersonInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String, {
    description: "The person's key in the partner's or the vendor's systems, unique within the partner.",
  })
  externalId: string;

  @Field(() => String, {
    nullable: true,
    description: "If omitted, the external id for a new person; unchanged for a known person.",
  })
  name: string | null;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => PersonRole, { nullable: true })
  role: PersonRole | null;
}

@InputType()
export class RegisterPeopleInput {
  @Field(() => [PersonInput], { description: "At most 1,000." })
  people: PersonInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each, and registers nobody: ids of new people are not kept.",
  })
  dryRun: boolean;
}

@ObjectType()
export class RegisterPeoplePayload {
  @Field(() => [Person], { description: "All that were named, in their order, known ones included." })
  people: Person[];

  @Field(() => Int)
  added: number;

  @Field(() => Int, { description: "Known people whose details changed." })
  changed: number;

  @Field(() => [RegisterPeopleUserError])
  userErrors: object[];
}

@InputType()
export class MovePersonInput {
  @Field(() => ID)
  personId: string;

  @Field(() => ID, { description: "The partner that the person works for from today (UTC) on." })
  partnerId: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The person's key there; if omitted, the key stays the same. A person who already has this key there is the same person.",
  })
  externalId?: string | null;
}
const MovePersonPayload = payloadType("MovePerson", {
  field: "person",
  type: () => Person,
  userError: userErrorOf("MovePerson", MOVE_CODES),
});

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => String, { nullable: true, description: "Null for roles that see no personal data." })
  name(@Root() { row }: Person, @Ctx() { may }: Context): string | null {
    return may("read personal data", row.partnerId) ? row.name : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Null for roles that see no personal data." })
  email(@Root() { row }: Person, @Ctx() { may }: Context): string | null {
    return may("read personal data", row.partnerId) ? row.email : null;
  }

  @Authorized("move people")
  @Mutation(() => MovePersonPayload, {
    nullable: true,
    description:
      "A person leaves a partner for another. Its certifications go with it, and count there from today on; what was counted before stays where it was counted. Safe to repeat.",
  })
  async movePerson(
    @Arg("input", () => MovePersonInput) input: MovePersonInput,
    @Ctx() { actions }: Context,
  ): Promise<object> {
    const outcome = await actions.movePerson({ ...input, externalId: input.externalId ?? null });
    return payload("person", outcome, ({ person }) => personOf(person));
  }

  @Authorized("register people")
  @Mutation(() => RegisterPeoplePayload, {
    nullable: true,
    description: "Registers people of partners; a known person is brought up to date.",
  })
  registerPeople(
    @Arg("input", () => RegisterPeopleInput) input: RegisterPeopleInput,
    @Ctx() { actions }: Context,
  ): Promise<RegisterPeoplePayload> {
    return actions.registerPeople(input).then(payloadOf);
  }
}

const payloadOf = (registration: PeopleRegistration): RegisterPeoplePayload =>
  registration.kind === "PeopleRegistered"
    ? {
        people: registration.people.map(personOf),
        added: registration.added,
        changed: registration.changed,
        userErrors: [],
      }
    : {
        people: [],
        added: 0,
        changed: 0,
        userErrors: registration.problems.map(({ field, ...rest }) => ({ ...rest, field: ["input", ...field] })),
      };
