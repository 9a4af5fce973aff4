import type { TierAssessment } from "../assess/index.js";
import { addDays, formatForReading } from "../exact/index.js";
import { capitalized, inWords, lengthInWords, titleOf } from "../words/index.js";
import { metClauses, missedClauses, type SentenceContext } from "./clauses.js";
import type { DecisionRecord } from "./decision.js";
import type { Safeguard, SafeguardRule } from "./govern.js";

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
  const title = titleOf(program, record.tier);
  const lost = lossInWords(summarized);
  const sentences = [...(lost === null ? [] : [lost]), `${title}, because ${reason(summarized)}.`];
  const held = record.safeguards.map((safeguard) => safeguardInWords(safeguard));
  const isByHand = isByOverride(record);
  if (isByHand && record.after.byHand !== undefined && !isKept(summarized) && keeping.requirement !== null)
    sentences.push(
      `By the rules alone it would be at risk: ${inWords(missedClauses(keeping.requirement, summarized))}.`,
    );
  if (held.length > 0 && !isByHand) sentences.push(`${capitalized(inWords(held))}.`);
  if (record.effectiveOn > record.asOf && record.outcome !== "KEPT")
    sentences.push(`It takes effect on ${formatForReading(record.effectiveOn)}.`);
  return sentences.join(" ");
}

/** The lost tier, when, and why: "Gold until 30 August 2026: no …, since 31 July 2026; grace of 30 days is over." */
function lossInWords(summarized: Summarized): string | null {
  const { record, program, lost } = summarized;
  const { before, inputs } = record;
  if (record.outcome !== "DEMOTED" || before === null || lost === null) return null;
  const head = `${titleOf(program, before.placed)} until ${formatForReading(addDays(record.effectiveOn, -1))}`;
  if (inputs.override !== null && inputs.override.bound !== "at-least") return `${head}.`;
  const missed = lost.requirement === null || lost.isMet ? [] : missedClauses(lost.requirement, summarized);
  const since = before.byHand === undefined ? before.missedSince : before.byHand.missedSince;
  const grace = program.governance?.grace ?? null;
  const wasByHand = before.placed !== before.tier && (since === null || before.byHand === undefined);
  const clauses = [
    ...(wasByHand ? ["it was given by hand, and that has ended"] : []),
    ...(missed.length === 0 ? [] : [`${inWords(missed)}${since === null ? "" : `, since ${formatForReading(since)}`}`]),
    ...(grace === null || since === null ? [] : [`grace of ${lengthInWords(grace)} is over`]),
  ];
  return clauses.length === 0 ? `${head}.` : `${head}: ${clauses.join("; ")}.`;
}

function reason(summarized: Summarized): string {
  const { record, program, placed, keeping, next } = summarized;
  const { override } = record.inputs;
  const { byHand } = record.after;
  if (override !== null && isByOverride(record)) {
    const until = `until ${formatForReading(override.until)}: ${withoutStop(override.reason)}`;
    return override.bound === "at-least"
      ? `people decided that it is at least ${titleOf(program, override.tier)} ${until}`
      : `it was put there by hand ${until}`;
  }
  if (byHand !== undefined) return `it was given by hand until ${formatForReading(byHand.until)}${since(summarized)}`;
  const metOn = Object.hasOwn(record.after.metOn, record.tier) ? record.after.metOn[record.tier] : undefined;
  if (!placed.isMet && metOn !== undefined && metOn < record.asOf && isReached(summarized))
    return `what it asks was met on ${formatForReading(metOn)}`;
  if (placed.requirement !== null && placed.isMet) return inWords(metClauses(placed.requirement, summarized));
  if (keeping.requirement !== null && keeping.isMet)
    return `it is kept: ${inWords(metClauses(keeping.requirement, summarized))}`;
  if (keeping.requirement !== null)
    return `it was reached before; now ${inWords(missedClauses(keeping.requirement, summarized))}`;
  if (next === null) return "it is the only tier";
  const missed = next.requirement === null ? [] : missedClauses(next.requirement, summarized);
  const nextTitle = titleOf(program, next.tier);
  if (next.isMet) return `${nextTitle} is reached, but not given yet`;
  if (missed.length === 0) return `${nextTitle} asks nothing of the partner's tracks`;
  return `${inWords(missed)}, as ${nextTitle} asks`;
}

/** Whether an override, and not the rules, set the tier. */
const isByOverride = ({ inputs: { override }, tier, after }: DecisionRecord): boolean =>
  override !== null && override.tier === tier && (override.bound !== "at-least" || after.tier !== tier);

/** What has happened since an override ended. */
function since({ keeping, ...summarized }: Summarized): string {
  if (keeping.requirement === null) return "";
  const clauses = keeping.isMet
    ? metClauses(keeping.requirement, summarized)
    : missedClauses(keeping.requirement, summarized);
  return keeping.isMet ? ` and is kept: ${inWords(clauses)}` : `; now ${inWords(clauses)}`;
}

function isKept({ record, program }: Summarized): boolean {
  const index = program.tiers.findIndex(({ name }) => name === record.tier);
  return record.reached[index] === "1" || record.kept[index] === "1";
}

function isReached({ record, program }: Summarized): boolean {
  return record.reached[program.tiers.findIndex(({ name }) => name === record.tier)] === "1";
}

/** The words for each safeguard. */
const SAFEGUARDS_IN_WORDS = {
  NOT_DUE: (until) => `the next review is on ${until}`,
  FREEZE: (until) => `no tier changes before ${until}`,
  HOLD: (until) => `the partner is held where it is until ${until}`,
  GRACE: (until) => `the tier is kept in grace until ${until}`,
  MINIMUM_TENURE: (until) => `the tier is held at least until ${until}`,
  RATCHET: (until) => `a tier once reached is kept until ${until}`,
  TIER_LOCK: (until) => `the program lets partners rise or fall no further before ${until}`,
  WAIT_AFTER_DEMOTION: (until) => `no promotion follows the last demotion before ${until}`,
  DEMOTED_THIS_PERIOD: (until) =>
    `a partner that was demoted in this period is promoted again from ${until} at the earliest`,
  STEPS: (until) => `one review moves a partner by a limited number of tiers, and the next review is on ${until}`,
} as const satisfies Record<SafeguardRule, (until: string) => string>;

export function safeguardInWords({ rule, until }: Safeguard): string {
  return SAFEGUARDS_IN_WORDS[rule](until === null ? "further notice" : formatForReading(until));
}
const withoutStop = (text: string): string => text.replace(/\.\s*$/, "");
