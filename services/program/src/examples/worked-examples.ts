import { type AssessedTerm, keepingShare } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import {
  type Requirement,
  type ScoreRequirement,
  type ScoreTerm,
  sheetsOf,
  type Threshold,
} from "../document/requirements/index.js";
import { keepingRequirement, type Tier } from "../document/tiers/index.js";
import { compare, decimalOf, decimalOfText, formatPercent, ONE, toExactString } from "../exact/index.js";
import { inUnit, inWords, titleOf } from "../words/index.js";
import { exampleOf } from "./example-of.js";
import { governanceInWords } from "./governance-in-words.js";
import { groupExample } from "./group-example.js";
import { escaped, item, table } from "./markdown.js";
import { measureInWords } from "./measure-in-words.js";
import { unitOf, weightRows } from "./rated-in-words.js";
import { marketInWords, requirementInWords } from "./requirement-in-words.js";
import { type ScoreExample, scoreExamples } from "./score-example.js";
import { thresholdExamples } from "./threshold-example.js";
import type { WorkedExample } from "./worked-example.js";

/** A program as Markdown for people: what each tier asks and gives, with an example in numbers for each requirement. */
export function workedExamples(program: Program): string {
  const lines = [
    `# ${escaped(program.name)}, version ${escaped(program.version)}`,
    ...paragraph(program.why),
    ...program.tiers.flatMap((tier) => tierLines(program, tier)),
    ...measureLines(program),
    ...weightLines(program),
    "",
    "## How partners move",
    "",
    ...governanceInWords(program).map((sentence) => item(0, escaped(sentence))),
  ];
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** The measures in words. */
function measureLines(program: Program): string[] {
  if (program.measures.length === 0) return [];
  const lines = program.measures.map((measure) =>
    item(0, `**${escaped(measure.title)}:** ${escaped(measureInWords(program, measure))}`),
  );
  return ["", "## What is measured", "", ...lines, ""];
}

/** The tables of factors. */
function weightLines(program: Program): string[] {
  if (program.weights.length === 0) return [];
  const lines = program.weights.flatMap((weight) => [
    item(0, `**${escaped(weight.name)}**${weight.why === null ? "" : `: ${escaped(weight.why)}`}`),
    ...table(
      1,
      [escaped(inWords([...weight.by])), "Factor"],
      weightRows(program, weight).map((row) => row.map(escaped)),
    ),
  ]);
  return ["", "## What is weighed", "", ...lines, ""];
}

const paragraph = (text: string | null): string[] => (text === null ? [] : ["", escaped(text)]);

function tierLines(program: Program, tier: Tier): string[] {
  return [
    "",
    `## ${escaped(tier.title)}`,
    ...paragraph(tier.why),
    "",
    "### What it asks",
    "",
    ...tierRequirementLines(program, tier),
    ...keepingLines(program, tier),
    ...benefitLines(program, tier),
  ];
}

function tierRequirementLines(program: Program, tier: Tier): string[] {
  const below = program.ladder === "cumulative" ? tiersBelow(program, tier) : [];
  const also = [...new Set([...below, ...(tier.inherits === null ? [] : [tier.inherits])])];
  if (tier.requires === null) return ["Nothing: everyone starts here."];
  return [
    ...(also.length === 0
      ? []
      : [
          item(
            0,
            `All that ${also.map((name) => escaped(titleOf(program, name))).join(" and ")} ${also.length > 1 ? "ask" : "asks"}, and:`,
          ),
        ]),
    ...requirementLines(program, tier.requires, 0),
    ...(tier.metOnAnyDayIn === null ? [] : ["", "Met on any one day of the period that the program names is met."]),
  ];
}

const tiersBelow = ({ tiers }: Program, { rank }: Tier): string[] =>
  tiers.filter((tier) => tier.rank < rank && tier.requires !== null).map(({ name }) => name);

function requirementLines(program: Program, requirement: Requirement, depth: number): string[] {
  const why = requirement.why === null ? "" : `: ${escaped(requirement.why)}`;
  const head = item(depth, `${requirementInWords(program, requirement)}${why}`);
  switch (requirement.kind) {
    case "all":
    case "any":
    case "n-of":
      return [head, ...requirement.of.flatMap((part) => requirementLines(program, part, depth + 1))];
    case "grouped":
      return [
        head,
        ...(requirement.where === null
          ? []
          : [item(depth + 1, "Of which this holds:"), ...requirementLines(program, requirement.where, depth + 2)]),
        ...requirementLines(program, requirement.of, depth + 1),
        ...exampleLines(groupExample(program, requirement), depth + 1, ""),
      ];
    case "threshold":
      return [head, ...thresholdLines(program, requirement, depth + 1)];
    case "score":
      return [head, ...scoreLines(program, requirement, depth + 1)];
    case "withheld":
      return [head];
    default:
      return [head, ...exampleLines(exampleOf(program, requirement), depth + 1, "")];
  }
}

function thresholdLines(program: Program, threshold: Threshold, depth: number): string[] {
  const examples = thresholdExamples(program, threshold);
  if (examples.length === 0) return exampleLines(null, depth, "");
  return examples.flatMap(({ market, ...example }) =>
    exampleLines(example, depth, market === null ? "" : `In ${marketInWords(market)}: `),
  );
}

function exampleLines(example: WorkedExample | null, depth: number, where: string): string[] {
  if (example === null) return [item(depth, "No example was found that would be enough.")];
  const { meets, misses } = example;
  return [
    item(depth, `*Example:* ${where}${escaped(misses === null ? meets : `${meets.replace(/\.$/, "")}; ${misses}`)}`),
  ];
}

function scoreLines(program: Program, requirement: ScoreRequirement, depth: number): string[] {
  const examples = scoreExamples(program, requirement);
  if (examples.length === 0)
    return [...scoreTable(program, requirement, { example: null, depth }), ...exampleLines(null, depth, "")];
  return examples.flatMap((example) => {
    const title = program.tracks.find(({ name }) => name === example.track)?.title ?? null;
    return [
      ...(title === null ? [] : [item(depth, `For partners in the track ${escaped(title)}:`)]),
      ...scoreTable(program, requirement, { example, depth }),
      ...exampleLines(short(example), depth, ""),
    ];
  });
}

/** Only the terms that count for the track of the example. */
function scoreTable(
  program: Program,
  { score }: ScoreRequirement,
  { example, depth }: { readonly example: ScoreExample | null; readonly depth: number },
): string[] {
  const counted = example?.terms ?? [];
  const rows = sheetsOf(score).flatMap(({ terms }) =>
    terms.flatMap((term) => termRows(program, term, { counted, example, level: 0 })),
  );
  const total = example === null ? [] : [["Total", "", "", "", "", decimalOfText(example.total)]];
  return table(depth, ["Term", "Points", "At most", "At least", "For example", "Gives"], [...rows, ...total]);
}

/** A term with its alternatives or the terms of the counted score below it. */
function termRows(
  program: Program,
  term: ScoreTerm,
  {
    counted,
    example,
    level,
  }: { readonly counted: readonly AssessedTerm[]; readonly example: ScoreExample | null; readonly level: number },
): string[][] {
  const own = counted.find(({ path }) => path === term.path) ?? null;
  if (own === null && example?.track != null) return [];
  const below = (own?.children ?? []).flatMap((part) => (part.kind === "term" ? [part] : []));
  const parts =
    term.kind === "any" ? term.of : term.kind === "score" ? sheetsOf(term.score).flatMap(({ terms }) => terms) : [];
  const cells = termCells(program, term, own);
  const [title = "", ...others] = cells;
  return [
    [`${"– ".repeat(level)}${title}`, ...others],
    ...parts.flatMap((part) => termRows(program, part, { counted: below, example, level: level + 1 })),
  ];
}

/** The table lists the terms already. */
const short = ({ total, misses }: WorkedExample & { readonly total: string }): WorkedExample => ({
  meets: `The total of ${decimalOfText(total)} points is enough.`,
  misses: misses === null ? null : misses.replace(/^With/, "with"),
});

function termCells(program: Program, term: ScoreTerm, counted: AssessedTerm | null): string[] {
  return [
    escaped(term.title),
    `${rateCell(program, term)}${term.gate === null ? "" : ", behind a condition"}`,
    term.cap === null ? "" : decimalOf(term.cap),
    term.floor === null ? "" : decimalOf(term.floor),
    counted === null ? "" : exampleCell(program, counted),
    counted === null ? "" : `${decimalOfText(counted.points)}${counted.isBeaten ? ", does not count" : ""}`,
  ];
}

function rateCell(program: Program, term: ScoreTerm): string {
  if (term.kind === "any") return "the one that gives most";
  const unit = unitOf(program, term);
  const isEach = compare(term.each, ONE) === 0 && unit !== "percent" && !term.isWhole;
  const each = isEach
    ? "each"
    : `each ${term.isWhole ? "whole " : ""}${inUnit(toExactString(term.each), unit, program)}`;
  const weight = term.weight === null ? "" : `, weighted by ${escaped(term.weight.name)}`;
  return `${decimalOf(term.points)} for ${each}${weight}`;
}

function exampleCell(program: Program, { isChoice, actual, unit, weighted }: AssessedTerm): string {
  if (isChoice) return "";
  const counted = inUnit(actual ?? "0", unit, program);
  return weighted === undefined ? counted : `${counted}, weighted ${inUnit(weighted.value, unit, program)}`;
}

function keepingLines(program: Program, tier: Tier): string[] {
  if (tier.requires === null) return [];
  const own = keepingRequirement(tier);
  const share = keepingShare(tier, program);
  const heading = ["", "### What keeps it", ""];
  if (own !== null) return [...heading, ...requirementLines(program, own, 0)];
  if (compare(share, ONE) === 0)
    return [...heading, "As much as reaching it asks, where a requirement does not say otherwise."];
  return [...heading, `${formatPercent(share)} of what reaching it asks, where a requirement does not say otherwise.`];
}

function benefitLines(program: Program, { benefits }: Tier): string[] {
  if (benefits.length === 0) return [];
  const lines = benefits.map(({ benefit: name, quantity }) => {
    const benefit = program.benefits.find((candidate) => candidate.name === name);
    const count = quantity === null ? "" : `${quantity} × `;
    return item(
      0,
      `${count}**${escaped(benefit?.title ?? name)}**${benefit === undefined ? "" : `: ${escaped(benefit.why)}`}`,
    );
  });
  return ["", "### What it gives", "", ...lines];
}
