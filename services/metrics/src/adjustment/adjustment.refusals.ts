import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_DAYS = 1_100;
export const MAX_REGIONS = 50;
export const MIN_HISTORY_MONTHS = 24;
export const MAX_HISTORY_MONTHS = 120;

const NO_PROGRAM_IN_FORCE = { at: null, message: "No program is in force: publish one first." };
const ADJUSTMENT_UNKNOWN = {
  code: "ADJUSTMENT_NOT_FOUND",
  at: ["id"],
  message: "There is no such adjustment.",
};

export const proposalRefusals = refusalTable("adjustment-proposal", {
  MeasureUnknown: {
    at: ["measure"],
    message: "{program} has no measure {measure}.",
    values: ({ program, measure }: { program: string; measure: string }) => ({ program, measure }),
    meaning: "The program in force has no such measure.",
  },
  MeasureNotAdditive: {
    code: "MEASURE_NOT_ADJUSTABLE",
    at: ["measure"],
    message: "{measure} does not add up over days: only sums and counts that do are multiplied.",
    values: ({ measure }: { measure: string }) => ({ measure }),
    meaning: "The measure cannot be adjusted: it does not add up over days, or does not count days of its own.",
  },
  MeasureWithoutDays: {
    code: "MEASURE_NOT_ADJUSTABLE",
    at: ["measure"],
    message: "{measure} does not count days of its own.",
    values: ({ measure }: { measure: string }) => ({ measure }),
  },
  PeriodInvalid: {
    at: ["until"],
    message: "A period has 1 to {maxDays} days; `until` is the first day after.",
    values: { maxDays: MAX_DAYS },
  },
  FactorInvalid: {
    at: ["factor"],
    message: "A factor is above 0 and at most 100.",
    meaning: "The factor is not above 0 and at most 100, or is given for excused days, which have none.",
  },
  FactorOfExcused: { code: "FACTOR_INVALID", at: ["factor"], message: "Excused days have no factor." },
  MarketUnknown: {
    at: ["markets"],
    message: "{program} has no market {market}.",
    values: ({ program, market }: { program: string; market: string }) => ({ program, market: market.slice(0, 50) }),
    meaning: "The program in force has no such market.",
  },
  RegionsInvalid: {
    code: "TEXT_INVALID",
    at: ["regions"],
    message: "At most {maxRegions} regions of 1 to 200 characters.",
    values: { maxRegions: MAX_REGIONS },
    meaning: "There are more than 50 regions, or a region or the reason is not 1 to 200 characters.",
  },
  ReasonMissing: {
    code: "TEXT_INVALID",
    at: ["reason"],
    message: "An adjustment needs a reason of 1 to 200 characters.",
  },
  NoProgramInForce: NO_PROGRAM_IN_FORCE,
});
export type ProposalRefusal = RefusalOf<typeof proposalRefusals>;

export const seasonalRefusals = refusalTable("seasonal-factors", {
  MeasureUnknown: {
    at: ["measure"],
    message: "The program has no measure {measure}.",
    values: ({ measure }: { measure: string }) => ({ measure: measure.slice(0, 50) }),
    meaning: "The program in force has no such measure.",
  },
  MeasureNotAdditive: {
    code: "MEASURE_NOT_ADJUSTABLE",
    at: ["measure"],
    message: "{measure} does not add up over days: only sums and counts that do have factors.",
    values: ({ measure }: { measure: string }) => ({ measure }),
    meaning: "The measure does not add up over days: only sums and counts that do have factors.",
  },
  MonthsInvalid: {
    at: ["months"],
    message: "The history has {minHistoryMonths} to {maxHistoryMonths} months.",
    values: { minHistoryMonths: MIN_HISTORY_MONTHS, maxHistoryMonths: MAX_HISTORY_MONTHS },
  },
  HistoryTooShort: {
    at: ["months"],
    message: "At least two whole years of history are needed, and something in each of them.",
  },
  NoProgramInForce: NO_PROGRAM_IN_FORCE,
});
export type SeasonalRefusal = RefusalOf<typeof seasonalRefusals>;

export const decisionRefusals = refusalTable("adjustment-decision", {
  AdjustmentUnknown: ADJUSTMENT_UNKNOWN,
  AlreadyDecided: {
    at: ["id"],
    message:
      "The adjustment is {state, select, APPROVED {approved} REJECTED {refused} ENDED {ended} other {proposed}} already.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It is approved, refused or ended already.",
  },
  SecondPersonNeeded: {
    at: ["id"],
    message: "The person who proposed an adjustment cannot decide it: a second person has to.",
  },
});
export type DecisionRefusal = RefusalOf<typeof decisionRefusals>;

export const endRefusals = refusalTable("adjustment-end", {
  AdjustmentUnknown: ADJUSTMENT_UNKNOWN,
  NotApproved: {
    at: ["id"],
    message:
      "The adjustment is {state, select, APPROVED {approved} REJECTED {refused} ENDED {ended} other {proposed}}: only an approved one can be ended.",
    values: ({ state }: { state: string }) => ({ state }),
    meaning: "It is not approved: only an approved adjustment can be ended.",
  },
});
export type EndRefusal = RefusalOf<typeof endRefusals>;
