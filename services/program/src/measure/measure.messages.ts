import { messages } from "@tiergraph/schema/messages";

/** How single facts and customers count in a measure. */
export const countingMessages = messages("counting", {
  cap: "one customer counts for at most {most}",
  ofTheWhole: "{share} of the whole",
  allOf: "All of {all}.",
  partOf: "{part} of {all}: {cap}.",
  partOfCustomer:
    "{part} of {all}: of {brought} {hasCustomer, select, true {with this customer} other {without a customer}} {counted} count, since {cap}.",
  heldAtZero: "{part} of {all}: what is taken back later never makes this measure less than zero.",
  heldAtZeroOf:
    "{part} of {all}: of {takenBack} that were taken back later {added} count, since what is taken back later never makes this measure less than zero.",
  countsTwice: "It was taken back later: it counts on its own day, and against itself on the later one.",
  adjusted: "{counted}: {whole} times {factor}, by an adjustment of the measure.",
  takenOff: "Taken off: {kinds} reduce this measure.",
  countsAgainstItself: "It was taken back later, and counts against itself on this day.",
  lateFact: "{day} is in a period that has closed: it counts for {countsOn}.",
  lateReversal: "{day} is in a period that has closed: it counts against itself from {countsOn}.",
  recounts:
    "{count, plural, one {{measures} counts it on its own day, and changes for that period.} other {{measures} count it on its own day, and change for that period.}}",
  recountsReversal:
    "{count, plural, one {{measures} no longer counts it on its own day, and changes for that period.} other {{measures} no longer count it on its own day, and change for that period.}}",
  came: "{count, plural, one {# fact came} other {# facts came}} after the period had closed, so that this value may differ from the one that was decided by.",
  takenBack:
    "{count, plural, one {# fact was} other {# facts were}} taken back after the period had closed, so that this value may differ from the one that was decided by.",
  cameAndTakenBack:
    "{came, plural, one {# fact came} other {# facts came}} and {takenBack, plural, one {# fact was} other {# facts were}} taken back after the period had closed, so that this value may differ from the one that was decided by.",
});
