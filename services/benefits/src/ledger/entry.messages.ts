import { messages } from "@tiergraph/schema/messages";

/** What an entry of a rule says of itself where its stored sentence is in another language than the reader's. */
export const entryMessages = messages("reward-entry", {
  rebate: "{rule}: {amount}, {rate} of {base} as {tier} on {day}.",
  bonus: "{rule}: {amount} for a target that was reached on {day}.",
  spiff: "{rule}: {amount} for what was sold on {day}.",
  more: "{rule}: {amount} more are due for {day}.",
  less: "{rule}: {amount} for {day} are taken back.",
  clawedBack: "{rule}: {amount} for {day} are taken back after they were earned.",
});
