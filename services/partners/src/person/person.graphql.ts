import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Partner } from "../partner/index.js";
import type { Permission } from "../policy.js";
import { Authorized, Node, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { PersonActions } from "./actions.js";
import { PERSON_ROLES } from "./check-people.js";
import type { PersonRow } from "./person.entity.js";
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

export const Person = objectType(
  "Person",
  "Someone who works for a partner.",
  {
    id: field.id(),
    externalId: field.string("The person's key in the partner's or the vendor's systems."),
    role: field
      .of(() => PersonRole, "What the person does there; null where it is not known.")
      .as<PersonNode["role"]>()
      .nullable(),
    leftOn: field.date("The day on which it left for another partner; null while it works for this one.").nullable(),
    row: field.hidden<PersonRow>(),
  },
  { directives: ['@key(fields: "id")'], implements: Node },
);
export type Person = InstanceType<typeof Person>;

export const PersonConnection = connectionType("Person", () => Person, PageInfo, "A page of people.");
export type PersonConnection = InstanceType<typeof PersonConnection>;

const RegisterPeopleUserError = refusalType("RegisterPeople", registrationRefusals, {
  description: "A refusal: nobody was registered.",
});

export const PersonInput = inputType("PersonInput", "A person of a partner.", {
  partnerId: field.id("The partner that the person works for."),
  externalId: field.string("The person's key in the partner's or the vendor's systems, unique within the partner."),
  name: field.string("If omitted, the external id for a new person; unchanged for a known person.").nullable(),
  email: field.string("An address; unchanged for a known person if omitted.").nullable(),
  role: field
    .of(() => PersonRole, "What the person does there; unchanged for a known person if omitted.")
    .as<PersonNode["role"]>()
    .nullable(),
});
export type PersonInput = InstanceType<typeof PersonInput>;

export const RegisterPeopleInput = inputType("RegisterPeopleInput", "People to register.", {
  people: field.of(() => PersonInput, "At most 1,000.").list(),
  dryRun: field
    .boolean("Answers the result for each, and registers nobody: ids of new people are not kept.")
    .default(false),
});
export type RegisterPeopleInput = InstanceType<typeof RegisterPeopleInput>;

export const RegisterPeoplePayload = objectType(
  "RegisterPeoplePayload",
  "What the mutation did, or why it did nothing.",
  {
    people: field.of(() => Person, "All that were named, in their order, known ones included.").list(),
    added: field.int("How many were not known."),
    changed: field.int("Known people whose details changed."),
    userErrors: field
      .of(() => RegisterPeopleUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
export type RegisterPeoplePayload = InstanceType<typeof RegisterPeoplePayload>;

export const MovePersonInput = inputType("MovePersonInput", "A person who leaves a partner for another.", {
  personId: field.id("The person, at the partner that it leaves."),
  partnerId: field.id("The partner that the person works for from today (UTC) on."),
  externalId: field
    .string(
      "The person's key there; if omitted, the key stays the same. A person who already has this key there is the same person.",
    )
    .nullable(),
});
export type MovePersonInput = InstanceType<typeof MovePersonInput>;
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
  @FieldResolver(() => PersonConnection, { nullable: true, description: "Those who have not left, by name." })
  people(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<PersonNode>> {
    return load.people(id, page);
  }
}
