import { messages } from "@tiergraph/schema/messages";

/** Amounts, bounds and lengths of time, as parts of sentences. */
export const wordMessages = messages("words", {
  points: "{number} points",
  percentagePoints: "{count, plural, one {{number} percentage point} other {{number} percentage points}}",
  "at-least": "at least {target}",
  "more-than": "more than {target}",
  "at-most": "at most {target}",
  "less-than": "less than {target}",
  exactly: "exactly {target}",
  or: "{one} or {other}",
  day: "{count, plural, one {# day} other {# days}}",
  month: "{count, plural, one {# month} other {# months}}",
});
