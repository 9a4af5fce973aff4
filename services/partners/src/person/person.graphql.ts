import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
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
} from "type-graphql";
import { Partner } from "../partner/index.js";
import type { Permission } from "../policy.js";
import { Authorized } from "../values.graphql.js";
import type { PersonActions } from "./actions.js";
import { PERSON_ROLES } from "./check-people.js";
import { type PersonRow } from "./person.entity.js";
import { type PersonNode, type PersonReads, personNode } from "./person.reads.js";
import { moveRefusals, registrationRefusals } from "./person.refusals.js";
import type { PeopleRegistration } from "./register-people.action.js";

type Context = RequestContext<PersonReads, PersonActions, Permission>;

const PersonRole = graphEnum("PersonRole", PERSON_ROLES, {
  description: "What a person does at the partner.",
  valuesConfig: {
    SALES: { description: "Sells." },
    ENGINEERING: { description: "Builds and integrates." },
    CUSTOMER_SUCCESS: { description: "Looks after customers." },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "Someone who works for a partner." })
export class Person implements PersonNode {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The person's key in the partner's or the vendor's systems." })
  externalId: string;

  @Field(() => PersonRole, { nullable: true, description: "What the person does there; null where it is not known." })
  role: PersonNode["role"];

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it left for another partner; null while it works for this one.",
  })
  leftOn: string | null;

  row: PersonRow;
}

const RegisterPeopleUserError = refusalType("RegisterPeople", registrationRefusals, {
  description: "A refusal: nobody was registered.",
});

@InputType({ description: "A person of a partner." })
export class PersonInput {
  @Field(() => ID, { description: "The partner that the person works for." })
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

  @Field(() => String, { nullable: true, description: "An address; unchanged for a known person if omitted." })
  email: string | null;

  @Field(() => PersonRole, {
    nullable: true,
    description: "What the person does there; unchanged for a known person if omitted.",
  })
  role: PersonNode["role"];
}

@InputType({ description: "People to register." })
export class RegisterPeopleInput {
  @Field(() => [PersonInput], { description: "At most 1,000." })
  people: PersonInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each, and registers nobody: ids of new people are not kept.",
  })
  dryRun: boolean;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class RegisterPeoplePayload {
  @Field(() => [Person], { description: "All that were named, in their order, known ones included." })
  people: Person[];

  @Field(() => Int, { description: "How many were not known." })
  added: number;

  @Field(() => Int, { description: "Known people whose details changed." })
  changed: number;

  @Field(() => [RegisterPeopleUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

@InputType({ description: "A person who leaves a partner for another." })
export class MovePersonInput {
  @Field(() => ID, { description: "The person, at the partner that it leaves." })
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
  userError: refusalType("MovePerson", moveRefusals),
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
  movePerson(
    @Arg("input", () => MovePersonInput) input: MovePersonInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"person", PersonNode>> {
    const asked = { ...input, externalId: input.externalId ?? null };
    return actions
      .movePerson(asked)
      .then((outcome) => payloadOf(moveRefusals, outcome, "person", ({ person }) => personNode(person)));
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
    return actions.registerPeople(input).then(toPayload);
  }
}

const toPayload = (registration: PeopleRegistration): RegisterPeoplePayload =>
  registration.kind === "PeopleRegistered"
    ? {
        people: registration.people.map(personNode),
        added: registration.added,
        changed: registration.changed,
        userErrors: [],
      }
    : {
        people: [],
        added: 0,
        changed: 0,
        userErrors: registration.refusals.map((refusal) => userErrorOf(registrationRefusals, refusal)),
      };

@Resolver(() => Partner)
export class PeopleOfPartnerResolver {
  @FieldResolver(() => [Person], { nullable: true, description: "By name, at most 100." })
  people(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<PersonNode[]> {
    return load.people.load(id);
  }
}
