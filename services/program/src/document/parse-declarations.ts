import { compare, type Rational, rational, ZERO } from "../exact/rational.js";
import {
  ATTRIBUTE_TYPES,
  type DeclaredAttribute,
  type DeclaredFactKind,
  NEEDABLE_FIELDS,
  type NeedableField,
} from "./fact-shape.js";
import { DECLARABLE_KINDS, FACT_KINDS } from "./measure.js";
import { titleFromName } from "./name.js";
import { fractionOf } from "./parse-share.js";
import { readDistinct } from "./parse-source.js";
import type { Approval, ChangeReason, Market, ReviewForm, ReviewQuestion } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

/** Reads the markets, in the order of the document: the first that lists a partner's country is its market. */
export function readMarkets(cursor: YamlCursor | null): Market[] {
  const entries = cursor?.mapping("markets by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a market").only(["title", "factor", "regions", "countries", "why"]);
    const market = {
      name,
      title: readTitle(fields, name),
      factor: readMarketFactor(fields.required("factor")),
      regions: readPlaces(fields, "regions"),
      countries: readPlaces(fields, "countries"),
      why: fields.required("why").text("why thresholds differ there"),
    };
    if (fields.isReadable && market.regions.length + market.countries.length === 0)
      field.atKey().refuse("MISSING_KEY", "a market lists at least one of its `regions` or `countries`");
    return market;
  });
}

const MOST_FACTOR = rational(10);

function readMarketFactor(cursor: YamlCursor): Rational {
  const number = cursor.number("a factor such as 50% or 0.5");
  if (number === null) return ZERO;
  const factor = fractionOf(number);
  if (compare(factor, ZERO) <= 0 || compare(factor, MOST_FACTOR) > 0)
    cursor.refuse("INVALID_VALUE", "a factor is above zero and at most 1000%: 50% rather than 50");
  return factor;
}

function readPlaces(fields: YamlFields, key: string): string[] {
  const places = fields.optional(key)?.listOrOne("a name, or a list of names") ?? [];
  return readDistinct(places, (place) => place.text("a region or country"));
}

/** Reads the kinds of facts that the program knows beyond the built-in ones. */
export function readFactKinds(cursor: YamlCursor | null): DeclaredFactKind[] {
  const builtIn = new Set<string>(FACT_KINDS.filter((kind) => !DECLARABLE_KINDS.includes(kind)));
  const entries = cursor?.mapping("kinds of facts by name").entries ?? [];
  return entries.map(([name, field]) => {
    if (name.length > 64 || !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))
      field
        .atKey()
        .refuse("INVALID_VALUE", "a kind of fact is a name, or two joined by a dot, such as `portal.reviewed`");
    else if (builtIn.has(name)) field.atKey().refuse("INVALID_VALUE", `\`${name}\` is known without being declared`);
    const fields = field.mapping("a kind of fact").only(["title", "needs", "attributes"]);
    const needs = fields.optional("needs")?.listOrOne("a field of facts, or a list of them") ?? [];
    const attributes = fields.optional("attributes");
    return {
      name,
      title: readTitle(fields, name.replaceAll(".", " ")),
      needs: readDistinct<NeedableField>(needs, (need) => need.oneOf(NEEDABLE_FIELDS)),
      attributes: attributes === null ? null : readAttributes(attributes),
    };
  });
}

function readAttributes(cursor: YamlCursor): DeclaredAttribute[] {
  return cursor.mapping("attributes by name").entries.map(([name, field]) => {
    const fields = field.mapping("an attribute, such as `{ type: day }`").only(["type", "one-of", "required"]);
    const oneOf = fields.optional("one-of");
    const required = fields.optional("required");
    return {
      name,
      type: fields.optional("type")?.oneOf(ATTRIBUTE_TYPES) ?? "text",
      oneOf: oneOf && readDistinct(oneOf.list("the values that there are"), (value) => value.text("a value")),
      isRequired: required?.oneOf(["true", "false"]) === "true",
    };
  });
}

/** Reads what a person may approve, in the order of the document. */
export function readApprovals(cursor: YamlCursor | null): Approval[] {
  const entries = cursor?.mapping("approvals by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("an approval").only(["title", "why"]);
    return { name, title: readTitle(fields, name), why: fields.required("why").text("why a person decides") };
  });
}

/** Reads the reviews with their questions, in the order of the document. */
export function readReviews(cursor: YamlCursor | null): ReviewForm[] {
  const entries = cursor?.mapping("reviews by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a review").only(["title", "every", "questions"]);
    return {
      name,
      title: readTitle(fields, name),
      every: fields.required("every").oneOf(["quarter", "half-year", "year"]),
      questions: readQuestions(fields.required("questions")),
    };
  });
}

const BEST_OR_WEIGHT = { min: 1, max: 100 };

function readQuestions(cursor: YamlCursor): ReviewQuestion[] {
  const questions = cursor.mapping("questions by name");
  if (cursor.isEmptyCollection) cursor.refuse("INVALID_VALUE", "a review asks at least one question");
  return questions.named().map(([name, field]) => {
    const fields = field.mapping("a question").only(["ask", "best", "weight"]);
    return {
      name,
      ask: fields.required("ask").text("what is asked"),
      best: fields.required("best").wholeNumber(BEST_OR_WEIGHT),
      weight: fields.optional("weight")?.wholeNumber(BEST_OR_WEIGHT) ?? 1,
    };
  });
}

/** Reads why each threshold and benefit differs from the version before. */
export function readChanges(cursor: YamlCursor | null): ChangeReason[] {
  const elements = cursor?.list("reasons, such as `{ at: tiers.gold.requires, because: … }`") ?? [];
  return elements.map((element) => {
    const fields = element.mapping("a reason for a change").only(["at", "because"]);
    return {
      at: fields.required("at").text("an address, such as tiers.gold.requires"),
      because: fields.required("because").text("why it changed"),
    };
  });
}

function readTitle(fields: YamlFields, name: string): string {
  return fields.optional("title")?.text("a title") ?? titleFromName(name);
}
