import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { shapeProblem } from "@tiergraph/program/document/facts";
import type { Program } from "@tiergraph/program/document/program";
import { addMonths, knownCalendarDate } from "@tiergraph/program/exact";
import { decodeNextStep, encodeHypothesis } from "@tiergraph/program/place";
import { MAX_FACTS } from "../measure/index.js";
import { readsMeasuresOf } from "../policy.js";
import type { Programs } from "../program/index.js";
import { hypothesisOf } from "./hypothesis-node.js";
import {
  type HypotheticalCertification,
  type HypotheticalDeal,
  type HypotheticalFact,
  hypotheticalFacts,
} from "./hypothetical-facts.js";
import { measureHypothesis, readHypothesisBasis } from "./measure-hypothesis.reads.js";

const MAX_HYPOTHETICAL = 100;
const MAX_MONTHS_AHEAD = 12;

export function hypothesisReads(parts: ReadParts, programs: Programs) {
  const hypothesisFor = whatIfOf(parts, programs, promiseCache(readHypothesisBasis));
  return {
    whatIf: (partnerId: string, { certifications, ...args }: HypothesisArgs) =>
      hypothesisFor(partnerId, {
        ...args,
        // Facts know people by their own part of the id.
        certifications:
          certifications?.map((one) => ({
            ...one,
            personId: one.personId == null ? null : (decodeOwnedId(one.personId)?.id ?? one.personId),
          })) ?? null,
      }),
    /** What earning the certification of a next step would do; null where it gives none, or the viewer may not read. */
    nextStepOutcome: (id: string): Promise<ReturnType<typeof hypothesisOf> | null> | null => {
      const step = decodeNextStep(id);
      if (step === null || step.level === null) return null;
      const { partnerId, personId, course, level, role } = step;
      return hypothesisFor(partnerId, {
        deals: null,
        facts: null,
        certifications: [{ personId, course, level, role, product: null }],
        on: null,
      });
    },
  };
}
export type HypothesisReads = ReturnType<typeof hypothesisReads>;

/** Reads what is known of a partner once a request, for the next steps of all its people. */
function promiseCache(read: typeof readHypothesisBasis): typeof readHypothesisBasis {
  const known = new Map<string, ReturnType<typeof readHypothesisBasis>>();
  return (readers, basis) => {
    const key = `${basis.partnerId} ${basis.on}`;
    const found = known.get(key) ?? read(readers, basis);
    known.set(key, found);
    return found;
  };
}

interface HypothesisArgs {
  readonly deals?: readonly HypotheticalDeal[] | null;
  readonly certifications?: readonly HypotheticalCertification[] | null;
  readonly facts?: readonly HypotheticalFactInput[] | null;
  /** Today if null. */
  readonly on?: string | null;
}

interface HypotheticalFactInput extends HypotheticalFact {
  /** Where `kind` is `declared`: the kind as the program writes it. */
  readonly declaredKind?: string | null;
}

/** Refused where `recordFacts` would refuse it for what it carries. */
function hypotheticalFactOf(
  program: Program,
  { kind, declaredKind, ...rest }: HypotheticalFactInput,
): HypotheticalFact {
  const fact = { ...rest, kind: kind === "declared" ? (declaredKind ?? "") : kind };
  const problem = shapeProblem(fact, program);
  if (problem !== null) refuse("BAD_USER_INPUT", problem.message);
  return fact;
}

const whatIfOf =
  ({ db, reader, viewer, today: now }: ReadParts, programs: Programs, readBasis: typeof readHypothesisBasis) =>
  async (partnerId: string, { deals, certifications, facts, on }: HypothesisArgs) => {
    const program = readsMeasuresOf(viewer)(partnerId) ? await programs.inForce() : null;
    if (program === null) return null;
    const today = knownCalendarDate(now);
    const day = knownCalendarDate(on ?? today);
    if (day < today || day > addMonths(today, MAX_MONTHS_AHEAD))
      refuse("BAD_USER_INPUT", "`on` is a day from today to a year on.");
    if ([deals, certifications, facts].some((list) => (list?.length ?? 0) > MAX_HYPOTHETICAL))
      refuse(
        "BAD_USER_INPUT",
        `At most ${MAX_HYPOTHETICAL} deals, certifications and other facts each can be supposed.`,
      );
    const { currency } = program;
    const hypothesis = {
      on: day,
      currency,
      deals: deals ?? [],
      certifications: certifications ?? [],
      facts: (facts ?? []).map((fact) => hypotheticalFactOf(program, fact)),
    };
    const hypothetical =
      hypotheticalFacts(hypothesis) ?? refuse("BAD_USER_INPUT", `An amount is no amount in ${program.currency}.`);
    const readers = { own: reader, everyone: db.readAs(systemViewer("metrics")) };
    const outcome = await measureHypothesis(readers, { partnerId, program, on: day, hypothetical }, readBasis);
    if (outcome.kind === "TooManyFacts")
      return refuse("BAD_USER_INPUT", `The partner has more than ${MAX_FACTS} facts: too many to suppose more.`);
    const { name, version } = program;
    // What the viewer does not see is not in the id either, which anybody can read; placement knows it.
    const readable = new Set((await programs.readableIn(program)).map((measure) => measure.name));
    const values = outcome.after.filter(({ measure }) => readable.has(measure));
    const id = encodeHypothesis({ partnerId, program: name, version, on: day, values });
    return hypothesisOf({ id, on: day, program }, { ...outcome, after: values });
  };
