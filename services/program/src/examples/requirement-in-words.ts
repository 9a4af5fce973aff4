import type { MeasureUnit } from "../document/measures/index.js";
import { type Program, withheldTitle } from "../document/program/index.js";
import type { Audience, KeepingBar, Market, Requirement, Score } from "../document/requirements/index.js";
import { formatPercent, toExactString } from "../exact/index.js";
import {
  boundInWords,
  groupWords,
  inUnit,
  inWords,
  lengthInWords,
  orIn,
  percentIn,
  points,
  titleOf,
} from "../words/index.js";
import { escaped } from "./markdown.js";
import { requirementMessages } from "./requirement.messages.js";

/** A requirement as a clause of Markdown; its parts are described separately. */
export function requirementInWords(program: Program, requirement: Requirement): string {
  return `${conditionInWords(program, requirement)}${audienceInWords(program, requirement.audience)}`;
}

function conditionInWords(program: Program, requirement: Requirement): string {
  const { language } = program;
  switch (requirement.kind) {
    case "all":
      return requirementMessages.all(language);
    case "any":
      return requirementMessages.any(language);
    case "n-of":
      return requirementMessages.nOf(language, { n: requirement.n, count: requirement.of.length });
    case "grouped": {
      const { one, many } = groupWords(program, requirement.by);
      if (requirement.needs === "all") return requirementMessages.eachGroup(language, { group: escaped(one) });
      return requirement.needs === 1
        ? requirementMessages.oneGroup(language, { group: escaped(one) })
        : requirementMessages.someGroups(language, { needs: requirement.needs, groups: escaped(many) });
    }
    case "threshold": {
      const measure = program.measures.find(({ name }) => name === requirement.measure);
      const unit = measure?.unit ?? "points";
      const target = inUnit(toExactString(requirement.target), unit, program);
      return requirementMessages.threshold(language, {
        title: escaped(measure?.title ?? requirement.measure),
        bound: boundInWords(requirement.bound, target, language),
        scaled: scaled(requirement, language),
        kept: kept(requirement.keepsAt, unit, program),
      });
    }
    case "score":
      return requirementMessages.score(language, {
        title: escaped(requirement.score.title),
        bound: boundInWords(requirement.bound, points(toExactString(requirement.total), language), language),
        best: best(requirement.score, language),
        scaled: scaled(requirement, language),
        kept: kept(requirement.keepsAt, "points", program),
      });
    case "tenure": {
      const length = lengthInWords({ count: requirement.months, unit: "month" }, language);
      const values = { tier: escaped(titleOf(program, requirement.tier)), length };
      return requirementMessages[requirement.bound === "at-most" ? "tenureAtMost" : "tenure"](language, values);
    }
    case "approval": {
      const title = program.approvals.find(({ name }) => name === requirement.approval)?.title;
      return requirementMessages.approval(language, { title: escaped(title ?? requirement.approval) });
    }
    case "withheld":
      return withheldTitle(program);
  }
}

const scaled = ({ isScaledByMarket }: { readonly isScaledByMarket: boolean }, language: string): string =>
  isScaledByMarket ? requirementMessages.scaled(language) : "";

function best(score: Score, language: string): string {
  if (score.kind !== "best-of") return "";
  const titles = score.of.map(({ title }) => escaped(title));
  return requirementMessages.best(language, { scores: inWords(titles, language) });
}

function kept(keepsAt: KeepingBar | null, unit: MeasureUnit, program: Program): string {
  if (keepsAt === null) return "";
  const { language } = program;
  return keepsAt.kind === "share"
    ? requirementMessages.keptShare(language, { share: percentIn(language, keepsAt.value) })
    : requirementMessages.kept(language, { bar: inUnit(toExactString(keepsAt.value), unit, program) });
}

export function audienceInWords(program: Program, { tracks, regions, countries, markets }: Audience): string {
  const { language } = program;
  const titled = (names: readonly string[], things: readonly { name: string; title: string }[]) =>
    orIn(
      names.map((name) => escaped(things.find((thing) => thing.name === name)?.title ?? name)),
      language,
    );
  const who = [
    titled(tracks, program.tracks),
    orIn(regions.map(escaped), language),
    orIn(countries.map(escaped), language),
    titled(markets, program.markets),
  ].filter((names) => names !== "");
  return who.length === 0 ? "" : requirementMessages.onlyFor(language, { audience: who });
}

export const marketInWords = ({ title, factor }: Market): string => `${escaped(title)} (${formatPercent(factor)})`;
