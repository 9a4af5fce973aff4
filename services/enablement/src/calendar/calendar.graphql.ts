import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { CalendarActions } from "./actions.js";
import type { CalendarReads } from "./calendar.reads.js";
import { calendarRefusals } from "./calendar.refusals.js";

type Context = RequestContext<CalendarReads, CalendarActions>;

const Calendar = objectType(
  "Calendar",
  "The address of a partner's calendar. Anyone who has it can read the sessions of the partner's people.",
  {
    path: field.string("A path of the gateway, shown once."),
  },
);
type Calendar = InstanceType<typeof Calendar>;

const MakeCalendarInput = inputType("MakeCalendarInput", "Whose calendar gets a new address.", {
  partnerId: field.id("The partner; the address that it had serves no more."),
});
type MakeCalendarInput = InstanceType<typeof MakeCalendarInput>;
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
