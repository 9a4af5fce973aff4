import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { isRefusal, type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, ArgsType, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { FactPageArgs } from "../fact/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { RateActions } from "./actions.js";
import type { RateProblemCode } from "./check-rate.js";
import type { RateReads } from "./rate.reads.js";
import { batchRefusals } from "./rate.refusals.js";
import type { RatesRecording } from "./record-rates.action.js";

type Context = RequestContext<RateReads, RateActions>;

@ObjectType({ description: "One unit of `from` is `rate` of `to` on a day." })
class ExchangeRate {
  @Field(() => String, { description: "ISO 4217." })
  from: string;

  @Field(() => String, { description: "ISO 4217." })
  to: string;

  @Field(() => DateScalar, {
    description:
      "The day from which it is used: for that day, and for up to 31 days after it that have no rate of their own.",
  })
  on: string;

  @Field(() => DecimalScalar, { description: "How much of `to` one unit of `from` is worth." })
  rate: string;

  @Field(() => DateTimeScalar, { description: "When this value was recorded." })
  recordedAt: Date;
}

@ObjectType({ description: "A page of exchange rates." })
class ExchangeRateConnection extends connectionType("ExchangeRate", () => ExchangeRate, PageInfo) {}

@ArgsType()
class ExchangeRatesArgs extends FactPageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Only rates from this currency (ISO 4217); from all if omitted.",
  })
  from: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only rates into this currency (ISO 4217); into all if omitted.",
  })
  to: string | null;
}

const RateOutcomeKind = graphEnum("ExchangeRateOutcome", ["Recorded", "Unchanged", "Refused"], {
  description: "What was done with one rate of a batch; in a dry run, what would be.",
  valuesConfig: {
    RECORDED: { description: "It is new, and applies to what is recorded from now on." },
    UNCHANGED: { description: "The same rate was the last recorded one of its day." },
    REFUSED: { description: "It was not recorded; `code` says why." },
  },
});
type RateOutcomeKind = (typeof RateOutcomeKind)[string];

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

@ObjectType({ description: "The result for one rate of the batch." })
class ExchangeRateResult {
  @Field(() => Int, { description: "Its position in the batch, from 0." })
  index: number;

  @Field(() => RateOutcomeKind, { description: "What was done; in a dry run, what would be." })
  outcome: RateOutcomeKind;

  @Field(() => RateRefusalCode, { nullable: true, description: "Null where the rate was not refused." })
  code: RateProblemCode | null;

  @Field(() => String, { nullable: true, description: "The part of the rate that is at fault; null where none is." })
  field: string | null;

  @Field(() => String, { nullable: true, description: "What is wrong, in a sentence; null where nothing is." })
  message: string | null;
}

const RecordExchangeRatesUserError = refusalType("RecordExchangeRates", batchRefusals, {
  description: "A refusal of the whole batch.",
});

@InputType({ description: "The rate between two currencies on a day." })
class ExchangeRateInput {
  @Field(() => String, { description: "ISO 4217." })
  from: string;

  @Field(() => String, { description: "ISO 4217; the program's currency, if facts are to be converted by it." })
  to: string;

  @Field(() => DateScalar, { description: "Not after today." })
  on: string;

  @Field(() => DecimalScalar, { description: "How much of `to` one unit of `from` is worth; above 0." })
  rate: string;
}

@InputType({ description: "Exchange rates to record." })
class RecordExchangeRatesInput {
  @Field(() => [ExchangeRateInput], { description: "At most 1,000." })
  rates: ExchangeRateInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers the result for each rate, and records nothing.",
  })
  dryRun: boolean;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
class RecordExchangeRatesPayload {
  @Field(() => Int, { description: "How many are new, or have another value than before." })
  recorded: number;

  @Field(() => Int, { description: "How many were known with the same value." })
  unchanged: number;

  @Field(() => Int, { description: "How many were not recorded." })
  refused: number;

  @Field(() => [ExchangeRateResult], { description: "One for each rate, in the order of the batch." })
  results: ExchangeRateResult[];

  @Field(() => [RecordExchangeRatesUserError], { description: "Empty where it was done." })
  userErrors: UserError[];
}

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
