import { messages } from "@tiergraph/schema/messages";

/** What reward rules pay, in sentences. */
export const ruleMessages = messages("rule", {
  rebate: "{rate} of each {kind}, at the tier held on its day.",
  bandsMarginal: "{bands} of the {kinds} {within}: each part at the rate of its own band.",
  bandsWhole: "{bands} of the {kinds} {within}: all of it at the rate of the band that it reaches.",
  band: "{rate} from {from}",
  units: "{number} units",
  faster: "Above {amount} {each} it is {times} of that.",
  capped: "At most {amount} {each}.",
  cappedBy: "At most {amount} {each} and {by}.",
  onlyFirst: "Only the first {count, number} {each}.",
  bonus: "{goals} {of, select, amount {of } quantity {units of } other {}}{kinds} {within}, each once.",
  goal: "{pays} for {goal}",
  prorated: "Where the tier changes within it, each tier's target and pay count by the days in that tier.",
  spiff: "{amount} for each {kind}.",
  within:
    "{period, select, month {in a month} quarter {in a quarter} year {in a year} fiscalQuarter {in a fiscal quarter} fiscalYear {in a fiscal year} lifetime {in all} other {in a {period}}}",
  each: "{period, select, month {a month} quarter {a quarter} year {a year} fiscalQuarter {a fiscal quarter} fiscalYear {a fiscal year} lifetime {in all} fact {a fact} other {a {period}}}",
  onlyWhere: "Only where {attribute} is {values}.",
  notWhere: "Not where {attribute} is {values}.",
  since: "From {day} on.",
  until: "Until {day}.",
  ofTracks: "For partners of track {names}.",
  ofRegions: "For partners of region {names}.",
  ofCountries: "For partners of country {names}.",
  ofMarkets: "For partners of market {names}.",
  fromFirstDeal:
    "Only in the {months, plural, one {month} other {# months}} from a customer's first deal with the partner on.",
  reducedBy: "{kinds} reduce it.",
  ceilingOfPartner: "{title}: at most {limit} {each} for each partner.",
  ceilingOfAll: "{title}: at most {limit} {each} for all partners together.",
  times: "{number} times",
});

/** Who passes a gate of a rule. */
export const gateMessages = messages("gate", {
  orHigher: "{tier} or a higher tier",
  forMonths: " for {months, plural, one {a month} other {# months}}",
  since: " since {day}",
  and: " and",
  unbroken: "{lengths} without a break",
  holding: "Only for partners that hold {tier}{unbroken} on the day of the deal.",
  notDemoted:
    "Only for partners that moved to no lower tier in the {months, plural, one {month} other {# months}} before the deal.",
});

/** How rewards are earned, redeemed and lost. */
export const termMessages = messages("reward-term", {
  earnedAtOnce: "A reward is earned at once.",
  pending: "A reward is pending for {days} days after the deal, while the deal can be refunded.",
  redeemable: "Earned rewards can be redeemed.",
  redeemableFrom: "Earned rewards can be redeemed from {amount} up.",
  approvalFrom: "From {amount} in a calendar month, a second person approves it.",
  neverExpires: "It does not expire.",
  expires:
    "It expires at the end of the month {months} months after it was earned; what expires first is redeemed first.",
  renewed: "Rewards that would expire are kept for {months} more months, at most {times} times.",
  renewedIn: "In {tiers}, rewards that would expire are kept for longer.",
  debt: "A reward taken back after its payout is owed; the next rewards repay it.",
});
