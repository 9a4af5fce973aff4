import type { MeasureUnit } from "../document/measures/index.js";
import { type Program, WITHHELD_TITLE } from "../document/program/index.js";
import type { Audience, KeepingBar, Market, Requirement } from "../document/requirements/index.js";
import { formatPercent, toExactString } from "../exact/index.js";
import { boundInWords, groupWords, inUnit, plural, points, titleOf } from "../words/index.js";
import { escaped } from "./markdown.js";

/** A requirement as a clause of Markdown; its parts are described separately. */
export function requirementInWords(program: Program, requirement: Requirement): string {
  return `${conditionInWords(program, requirement)}${audienceInWords(program, requirement.audience)}`;
}

function conditionInWords(program: Program, requirement: Requirement): string {
  switch (requirement.kind) {
    case "all":
      return "All of these";
    case "any":
      return "One of these";
    case "n-of":
      return `${requirement.n} of these ${requirement.of.length}`;
    case "grouped": {
      const { one, many } = groupWords(program, requirement.by);
      if (requirement.needs === "all") return `For each ${escaped(one)}`;
      return requirement.needs === 1
        ? `For at least one ${escaped(one)}`
        : `For at least ${requirement.needs} ${escaped(many)}`;
    }
    case "threshold": {
      const measure = program.measures.find(({ name }) => name === requirement.measure);
      const unit = measure?.unit ?? "points";
      const bound = boundInWords(requirement.bound, inUnit(toExactString(requirement.target), unit, program));
      const scaled = requirement.isScaledByMarket ? ", times the factor of the partner's market" : "";
      return `**${escaped(measure?.title ?? requirement.measure)}** of ${bound}${scaled}${kept(requirement.keepsAt, unit, program)}`;
    }
    case "score": {
      const bound = boundInWords(requirement.bound, points(toExactString(requirement.total)));
      const scaled = requirement.isScaledByMarket ? ", times the factor of the partner's market" : "";
      const best =
        requirement.score.kind === "best-of"
          ? `, the best of ${requirement.score.of.map(({ title }) => escaped(title)).join(" and ")}`
          : "";
      return `**${escaped(requirement.score.title)}** of ${bound}${best}${scaled}${kept(requirement.keepsAt, "points", program)}`;
    }
    case "tenure":
      if (requirement.bound === "at-most")
        return `**${escaped(titleOf(program, requirement.tier))}** or a higher tier first held at most ${plural(requirement.months, "month")} ago`;
      return `**${escaped(titleOf(program, requirement.tier))}** or a higher tier held for ${plural(requirement.months, "month")} without a break`;
    case "approval": {
      const title = program.approvals.find(({ name }) => name === requirement.approval)?.title;
      return `**${escaped(title ?? requirement.approval)}**, granted by a person`;
    }
    case "withheld":
      return WITHHELD_TITLE;
  }
}

function kept(keepsAt: KeepingBar | null, unit: MeasureUnit, program: Program): string {
  if (keepsAt === null) return "";
  const bar =
    keepsAt.kind === "share"
      ? `${formatPercent(keepsAt.value)} of it`
      : inUnit(toExactString(keepsAt.value), unit, program);
  return ` (kept at ${bar})`;
}

export function audienceInWords(program: Program, { tracks, regions, countries, markets }: Audience): string {
  const titled = (names: readonly string[], things: readonly { name: string; title: string }[]) =>
    names.map((name) => escaped(things.find((thing) => thing.name === name)?.title ?? name)).join(" or ");
  const who = [
    tracks.length === 0 ? [] : [titled(tracks, program.tracks)],
    regions.length === 0 ? [] : [regions.map(escaped).join(" or ")],
    countries.length === 0 ? [] : [countries.map(escaped).join(" or ")],
    markets.length === 0 ? [] : [titled(markets, program.markets)],
  ].flat();
  return who.length === 0 ? "" : ` — only for ${who.join(", ")}`;
}

export const marketInWords = ({ title, factor }: Market): string => `${escaped(title)} (${formatPercent(factor)})`;
