import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { RateActions } from "./actions.js";
import type { RateProblemCode } from "./check-rate.js";
import type { RateReads } from "./rate.reads.js";
import { batchRefusals } from "./rate.refusals.js";
import type { RatesRecording } from "./record-rates.action.js";

type Context = RequestContext<RateReads, RateActions>;

const ExchangeRate = objectType("ExchangeRate", "One unit of `from` is `rate` of `to` on a day.", {
  from: field.string("ISO 4217."),
  to: field.string("ISO 4217."),
  on: field.date(
    "The day from which it is used: for that day, and for up to 31 days after it that have no rate of their own.",
  ),
  rate: field.decimal("How much of `to` one unit of `from` is worth."),
  recordedAt: field.dateTime("When this value was recorded."),
});
type ExchangeRate = InstanceType<typeof ExchangeRate>;

export const ExchangeRateConnection = connectionType(
  "ExchangeRate",
  () => ExchangeRate,
  PageInfo,
  "A page of exchange rates.",
);
export type ExchangeRateConnection = InstanceType<typeof ExchangeRateConnection>;

const ExchangeRatesArgs = argsType({
  ...PageArgs.fields,
  from: field.string("Only rates from this currency (ISO 4217); from all if omitted.").nullable(),
  to: field.string("Only rates into this currency (ISO 4217); into all if omitted.").nullable(),
});
type ExchangeRatesArgs = InstanceType<typeof ExchangeRatesArgs>;

const RateOutcomeKind = graphEnum("ExchangeRateOutcome", ["Recorded", "Unchanged", "Refused"], {
  description: "What was done with one rate of a batch; in a dry run, what would be.",
  valuesConfig: {
    RECORDED: { description: "It is new, and applies to what is recorded from now on." },
    UNCHANGED: { description: "The same rate was the last recorded one of its day." },
    REFUSED: { description: "It was not recorded; `code` says why." },
  },
});

const RateRefusalCode = graphEnum(
  "ExchangeRateRefusalCode",
  ["CURRENCY_INVALID", "RATE_INVALID", "DAY_IN_FUTURE", "RATE_TOLD_TWICE"],
  {
    description: "Why a rate was not recorded.",
    valuesConfig: {
      CURRENCY_INVALID: { description: "A currency is not a code of three capital letters, or both are the same." },
      RATE_INVALID: { description: "The rate is not above 0 and at most 10,000,000." },
      DAY_IN_FUTURE: { description: "The day is after today (UTC)." },
      RATE_TOLD_TWICE: { description: "The batch has another rate for the same currencies and day." },
    },
  },
);

const ExchangeRateResult = objectType("ExchangeRateResult", "The result for one rate of the batch.", {
  index: field.int("Its position in the batch, from 0."),
  outcome: field.of(() => RateOutcomeKind, "What was done; in a dry run, what would be."),
  code: field
    .of(() => RateRefusalCode, "Null where the rate was not refused.")
    .as<RateProblemCode>()
    .nullable(),
  field: field.string("The part of the rate that is at fault; null where none is.").nullable(),
  message: field.string("What is wrong, in a sentence; null where nothing is.").nullable(),
});

const RecordExchangeRatesUserError = refusalType("RecordExchangeRates", batchRefusals, {
  description: "A refusal of the whole batch.",
});

const ExchangeRateInput = inputType("ExchangeRateInput", "The rate between two currencies on a day.", {
  from: field.string("ISO 4217."),
  to: field.string("ISO 4217; the program's currency, if facts are to be converted by it."),
  on: field.date("Not after today."),
  rate: field.decimal("How much of `to` one unit of `from` is worth; above 0."),
});

const RecordExchangeRatesInput = inputType("RecordExchangeRatesInput", "Exchange rates to record.", {
  rates: field.of(() => ExchangeRateInput, "At most 1,000.").list(),
  dryRun: field.boolean("Answers the result for each rate, and records nothing.").default(false),
});
type RecordExchangeRatesInput = InstanceType<typeof RecordExchangeRatesInput>;

const RecordExchangeRatesPayload = objectType(
  "RecordExchangeRatesPayload",
  "What the mutation did, or why it did nothing.",
  {
    recorded: field.int("How many are new, or have another value than before."),
    unchanged: field.int("How many were known with the same value."),
    refused: field.int("How many were not recorded."),
    results: field.of(() => ExchangeRateResult, "One for each rate, in the order of the batch.").list(),
    userErrors: field
      .of(() => RecordExchangeRatesUserError, "Empty where it was done.")
      .as<UserError>()
      .list(),
  },
);
type RecordExchangeRatesPayload = InstanceType<typeof RecordExchangeRatesPayload>;

@Resolver()
export class ExchangeRateResolver {
  @Authorized("read exchange rates")
  @Query(() => ExchangeRateConnection, {
    nullable: true,
    description: "The latest recorded value of each rate, latest day first.",
  })
  exchangeRates(
    @Args(() => ExchangeRatesArgs) args: ExchangeRatesArgs,
    @Ctx() { load }: Context,
  ): Promise<Page<ExchangeRate>> {
    return load.exchangeRates(args);
  }

  @Authorized("record facts")
  @Mutation(() => RecordExchangeRatesPayload, {
    nullable: true,
    description:
      "Records exchange rates. Amounts in other currencies are converted when they are recorded. A new rate for the same day applies from then on; amounts already converted keep their rate.",
  })
  recordExchangeRates(
    @Arg("input", () => RecordExchangeRatesInput) { rates, dryRun }: RecordExchangeRatesInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordExchangeRatesPayload> {
    return actions.recordRates({ rates, dryRun }).then(toPayload);
  }
}

function toPayload(recording: RatesRecording): RecordExchangeRatesPayload {
  if (isRefusal(batchRefusals, recording))
    return {
      recorded: 0,
      unchanged: 0,
      refused: 0,
      results: [],
      userErrors: [userErrorOf(batchRefusals, recording)],
    };
  const { outcomes } = recording;
  const count = (kind: (typeof outcomes)[number]["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    recorded: count("Recorded"),
    unchanged: count("Unchanged"),
    refused: count("Refused"),
    results: outcomes.map((outcome, index) => ({
      index,
      outcome: outcome.kind,
      ...(outcome.kind === "Refused" ? outcome.problem : { code: null, field: null, message: null }),
    })),
    userErrors: [],
  };
}
