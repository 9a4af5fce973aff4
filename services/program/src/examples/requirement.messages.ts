import { messages } from "@tiergraph/schema/messages";

/** What a rule of a tier asks, in Markdown. */
export const requirementMessages = messages("requirement", {
  all: "All of these",
  any: "One of these",
  nOf: "{n} of these {count}",
  eachGroup: "For each {group}",
  oneGroup: "For at least one {group}",
  someGroups: "For at least {needs} {groups}",
  threshold: "**{title}** of {bound}{scaled}{kept}",
  score: "**{title}** of {bound}{best}{scaled}{kept}",
  scaled: ", times the factor of the partner's market",
  best: ", the best of {scores}",
  tenure: "**{tier}** or a higher tier held for {length} without a break",
  tenureAtMost: "**{tier}** or a higher tier first held at most {length} ago",
  approval: "**{title}**, granted by a person",
  kept: " (kept at {bar})",
  keptShare: " (kept at {share} of it)",
  onlyFor: " — only for {audience}",
});

/** What a term of a score gives points for. */
export const termMessages = messages("score-term", {
  best: "{title}: the one that gives most of {ways}",
  way: "{title}, {rate}",
  or: "; or ",
  term: "{title}: {rate}{weight}",
  termOfScore: "{title}: {rate} of the total of {score}{weight}",
  rate: "{points} points for each {each}",
  rateWhole: "{points} points for each whole {each}",
  weight: ", times a factor by {by} ({factors})",
  anyOther: "any other {what}",
});
