import { messages } from "@tiergraph/schema/messages";

/** Steps on the way to a tier. */
export const stepMessages = messages("step", {
  tenure: "hold {tier} for longer",
  approval: "be approved: {title}",
  withheld: "meet a condition that the vendor keeps to itself",
  forGroup: " for {group}",
  noValue: "record first what {measure} is measured by: it has no value yet",
  noValueAsked: "record first what {measure} is measured by: it has no value yet, and {amount} is asked",
  more: "{amount} more of {measure}",
  moreCapped: "{amount} more of {measure}, of which {cap}",
  less: "{amount} less of {measure}",
});
