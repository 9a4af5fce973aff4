import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../values.graphql.js";
import type { CalendarActions } from "./actions.js";
import type { CalendarReads } from "./calendar.reads.js";
import { calendarRefusals } from "./calendar.refusals.js";

type Context = RequestContext<CalendarReads, CalendarActions>;

@ObjectType({
  description: "The address of a partner's calendar. Anyone who has it can read the sessions of the partner's people.",
})
class Calendar {
  @Field(() => String, { description: "A path of the gateway, shown once." })
  path: string;
}

@InputType({ description: "Whose calendar gets a new address." })
class MakeCalendarInput {
  @Field(() => ID, { description: "The partner; the address that it had serves no more." })
  partnerId: string;
}
const CalendarPayload = payloadType("Calendar", {
  field: "calendar",
  type: () => Calendar,
  userError: refusalType("Calendar", calendarRefusals),
});
type CalendarPayload = Payload<"calendar", Calendar>;

@Resolver()
export class CalendarResolver {
  @Authorized("book sessions")
  @Mutation(() => CalendarPayload, {
    nullable: true,
    description: "Makes the address of a partner's calendar (iCalendar), and ends the one before.",
  })
  async makeCalendar(
    @Arg("input", () => MakeCalendarInput) input: MakeCalendarInput,
    @Ctx() { actions }: Context,
  ): Promise<CalendarPayload> {
    return payloadOf(calendarRefusals, await actions.makeCalendar(input), "calendar", ({ path }) => ({ path }));
  }

  // Between the gateway, which serves it by its address, and this service.
  @Authorized("serve addresses")
  @Directive("@inaccessible")
  @Query(() => String, { nullable: true })
  calendarAt(@Arg("secret", () => String) secret: string, @Ctx() { load }: Context): Promise<string | null> {
    return load.calendarAt(secret);
  }
}
