import type { AssessedRequirement, TierAssessment } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { addDays, type CalendarDate } from "../exact/index.js";
import { capitalized, dayInWords, inWords, lengthInWords, titleOf } from "../words/index.js";
import { metClauses, missedClauses, type SentenceContext } from "./clauses.js";
import type { DecisionRecord, Override } from "./decision.js";
import type { Safeguard } from "./govern.js";
import { safeguardMessages, whyMessages } from "./why.messages.js";

export interface Summarized extends SentenceContext {
  readonly record: DecisionRecord;
  /** The assessment of reaching the placed tier. */
  readonly placed: TierAssessment;
  /** The assessment of keeping it. */
  readonly keeping: TierAssessment;
  readonly next: TierAssessment | null;
  /** The assessment of keeping the tier that was lost; null where none was, or the version no longer has it. */
  readonly lost: TierAssessment | null;
}

/**
 * Explains the placement: "Gold, because Won revenue of 104,332.50 USD in the 90 days to 30 June 2017 is at least
 * 100,000.00 USD." A second sentence names the safeguards.
 */
export function summarizePlacement(summarized: Summarized): string {
  const { record, program, keeping } = summarized;
  const { language } = program;
  const lost = lossInWords(summarized);
  const sentences = [
    ...(lost === null ? [] : [lost]),
    whyMessages.placed(language, { tier: titleOf(program, record.tier), reason: reason(summarized) }),
  ];
  const held = record.safeguards.map((safeguard) => safeguardInWords(safeguard, language));
  const isByHand = isByOverride(record);
  if (isByHand && record.after.byHand !== undefined && !isKept(summarized) && keeping.requirement !== null)
    sentences.push(whyMessages.atRiskByRules(language, { missed: missedInWords(keeping.requirement, summarized) }));
  if (held.length > 0 && !isByHand)
    sentences.push(whyMessages.heldBack(language, { safeguards: capitalized(inWords(held, language)) }));
  if (record.effectiveOn > record.asOf && record.outcome !== "KEPT")
    sentences.push(whyMessages.takesEffect(language, { day: dayInWords(record.effectiveOn, language) }));
  return sentences.join(" ");
}

/** The lost tier, when, and why: "Gold until 30 August 2026: no …, since 31 July 2026; grace of 30 days is over." */
function lossInWords(summarized: Summarized): string | null {
  const { record, program, lost } = summarized;
  const { language } = program;
  const { before, inputs } = record;
  if (record.outcome !== "DEMOTED" || before === null || lost === null) return null;
  const held = { tier: titleOf(program, before.placed), day: dayInWords(addDays(record.effectiveOn, -1), language) };
  if (inputs.override !== null && inputs.override.bound !== "at-least") return whyMessages.lost(language, held);
  const isMissed = lost.requirement !== null && !lost.isMet;
  const missed = isMissed ? missedClauses(lost.requirement, summarized) : [];
  const since = before.byHand === undefined ? before.missedSince : before.byHand.missedSince;
  const grace = program.governance?.grace ?? null;
  const wasByHand = before.placed !== before.tier && (since === null || before.byHand === undefined);
  const reasons = [
    ...(wasByHand ? [whyMessages.byHandEnded(language)] : []),
    ...(missed.length === 0 ? [] : [missedSince(inWords(missed, language), since, language)]),
    ...(grace === null || since === null
      ? []
      : [whyMessages.graceOver(language, { length: lengthInWords(grace, language) })]),
  ];
  return reasons.length === 0
    ? whyMessages.lost(language, held)
    : whyMessages.lostBecause(language, { ...held, reasons: reasons.join("; ") });
}

const missedSince = (missed: string, since: CalendarDate | null, language: string): string =>
  since === null ? missed : whyMessages.missedSince(language, { missed, day: dayInWords(since, language) });

function reason(summarized: Summarized): string {
  const { record, program, placed, keeping, next } = summarized;
  const { language } = program;
  const { override } = record.inputs;
  const { byHand } = record.after;
  if (override !== null && isByOverride(record)) {
    return byPeopleInWords(override, program);
  }
  if (byHand !== undefined) return givenByHand(dayInWords(byHand.until, language), summarized);
  const metOn = Object.hasOwn(record.after.metOn, record.tier) ? record.after.metOn[record.tier] : undefined;
  if (!placed.isMet && metOn !== undefined && metOn < record.asOf && isReached(summarized))
    return whyMessages.metOn(language, { day: dayInWords(metOn, language) });
  if (placed.requirement !== null && placed.isMet) return metInWords(placed.requirement, summarized);
  if (keeping.requirement !== null && keeping.isMet)
    return whyMessages.kept(language, { met: metInWords(keeping.requirement, summarized) });
  if (keeping.requirement !== null)
    return whyMessages.reachedBefore(language, { missed: missedInWords(keeping.requirement, summarized) });
  if (next === null) return whyMessages.onlyTier(language);
  const missed = next.requirement === null ? [] : missedClauses(next.requirement, summarized);
  const tier = titleOf(program, next.tier);
  if (next.isMet) return whyMessages.nextReached(language, { tier });
  if (missed.length === 0) return whyMessages.nextAsksNothing(language, { tier });
  return whyMessages.nextAsks(language, { missed: inWords(missed, language), tier });
}

function byPeopleInWords({ bound, tier, until, reason: given }: Override, program: Program): string {
  const { language } = program;
  const day = dayInWords(until, language);
  const decided = { day, reason: withoutStop(given), tier: titleOf(program, tier) };
  if (given === "")
    return bound === "at-least"
      ? whyMessages.atLeastByPeopleUntil(language, decided)
      : whyMessages.putByHandUntil(language, decided);
  return bound === "at-least"
    ? whyMessages.atLeastByPeople(language, decided)
    : whyMessages.putByHand(language, decided);
}

/** A record for who reads no personal data: what people decided, without the words that they gave for it. */
export function withoutPeoplesWords(record: DecisionRecord): DecisionRecord {
  const { override, hold } = record.inputs;
  if (override === null && hold === null) return record;
  const wordless = { override: override && { ...override, reason: "" }, hold: hold && { ...hold, reason: "" } };
  return { ...record, inputs: { ...record.inputs, ...wordless } };
}

/** Whether a sentence that is kept in English may hold words that people gave for what they decided. */
export const mayQuotePeople = (summary: string): boolean => QUOTING.some((beginning) => summary.includes(beginning));
const QUOTING = ["people decided that it is at least ", "it was put there by hand until "];

const metInWords = (requirement: AssessedRequirement, context: SentenceContext): string =>
  inWords(metClauses(requirement, context), context.program.language);
const missedInWords = (requirement: AssessedRequirement, context: SentenceContext): string =>
  inWords(missedClauses(requirement, context), context.program.language);

/** Whether an override, and not the rules, set the tier. */
const isByOverride = ({ inputs: { override }, tier, after }: DecisionRecord): boolean =>
  override !== null && override.tier === tier && (override.bound !== "at-least" || after.tier !== tier);

/** What was given by hand until a day, and what has happened since. */
function givenByHand(day: string, { keeping, ...context }: Summarized): string {
  const { language } = context.program;
  if (keeping.requirement === null) return whyMessages.givenByHand(language, { day });
  return keeping.isMet
    ? whyMessages.givenByHandAndKept(language, { day, met: metInWords(keeping.requirement, context) })
    : whyMessages.givenByHandNowMissed(language, { day, missed: missedInWords(keeping.requirement, context) });
}

function isKept({ record, program }: Summarized): boolean {
  const index = program.tiers.findIndex(({ name }) => name === record.tier);
  return record.reached[index] === "1" || record.kept[index] === "1";
}

function isReached({ record, program }: Summarized): boolean {
  return record.reached[program.tiers.findIndex(({ name }) => name === record.tier)] === "1";
}

/** What a safeguard does, in the words of a partner. */
export const safeguardInWords = ({ rule, until }: Safeguard, language: string): string =>
  safeguardMessages[rule](language, {
    until: until === null ? safeguardMessages.furtherNotice(language) : dayInWords(until, language),
  });

const withoutStop = (text: string): string => text.replace(/\.\s*$/, "");
