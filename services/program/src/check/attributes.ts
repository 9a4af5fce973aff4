import {
  type FactCondition,
  type FactShape,
  type FactSource,
  isOfType,
  SELF_DEALING,
  shapeOfKind,
} from "../document/facts/index.js";
import { type DistinctField, leavesOf, type SimpleMeasure } from "../document/measures/index.js";
import { suggestion } from "../document/notation/index.js";
import { everyTerm, type Program } from "../document/program/index.js";
import { factAttributeOf, type WeightTable } from "../document/weights/index.js";
import type { Finding } from "./finding.js";

/**
 * Finds attributes, and values of them, that no fact of the kinds can have: they make a measure or rule count nothing.
 */
export function findImpossibleAttributes(program: Program): Finding[] {
  const measured = program.measures.flatMap((measure) =>
    leavesOf(measure).flatMap((leaf) => inMeasure(program, leaf, `measures.${measure.name}`)),
  );
  const paid = (["rebates", "bonuses", "spiffs"] as const).flatMap((section) =>
    program[section].flatMap(({ name, source }) => inConditions(program, source, `${section}.${name}`)),
  );
  return [
    ...new Map(
      [...measured, ...paid, ...program.weights.flatMap((weight) => inWeights(program, weight))].map((finding) => [
        `${finding.path} ${finding.message}`,
        finding,
      ]),
    ).values(),
  ];
}

function inMeasure(program: Program, leaf: SimpleMeasure, path: string): Finding[] {
  const { source, by } = leaf;
  const cited: { readonly name: string; readonly key: string }[] = [
    ...(by === null ? [] : [{ name: by, key: "by" }]),
    ...(leaf.kind === "distinct" ? distinguishing(leaf.of, "distinct") : []),
    ...(leaf.kind === "statistic" && typeof leaf.field !== "string" ? distinguishing(leaf.field, leaf.statistic) : []),
    ...(leaf.kind === "distinct" && leaf.holding !== null ? distinguishing(leaf.holding, "holding.distinct") : []),
  ];
  const number = leaf.kind === "statistic" && typeof leaf.field !== "string" ? leaf.field.attribute : null;
  const impossible = cited.flatMap(({ name, key }) => {
    const shapes = source.kinds.map((kind) => ({ kind, shape: shapeOfKind(program, kind) }));
    if (shapes.some(({ kind, shape }) => mayHave(kind, shape, name))) return [];
    return [noAttribute({ path: `${path}.${key}`, name }, source, shapes)];
  });
  const netted =
    "netOf" in leaf && leaf.netOf !== null ? inConditions(program, leaf.netOf.source, `${path}.net-of`) : [];
  const worded = number === null ? [] : notNumbers(program, source, { path, name: number });
  return [...impossible, ...worded, ...inConditions(program, source, path), ...netted];
}

/** A numeric attribute that its kinds declare as something else. */
function notNumbers(
  program: Program,
  { kinds }: FactSource,
  { path, name }: { path: string; name: string },
): Finding[] {
  const declared = kinds.flatMap(
    (kind) => shapeOfKind(program, kind).attributes?.filter((attribute) => attribute.name === name) ?? [],
  );
  if (declared.length === 0 || declared.some(({ type }) => type === "number")) return [];
  return [
    {
      code: "ATTRIBUTE_IMPOSSIBLE",
      severity: "error",
      path,
      message: `The attribute ${name} of ${kinds.join(" or ")} facts is declared as ${declared[0]?.type}, and no number can be taken of it.`,
      remedy: "Declare it with type: number under facts, or take another attribute.",
    },
  ];
}

/** Factors for attribute values that no fact of the weighted measures can have. */
function inWeights(program: Program, weight: WeightTable): Finding[] {
  const attribute = factAttributeOf(weight);
  if (attribute === null) return [];
  const at = weight.by.indexOf(attribute);
  const values = [...new Set(weight.factors.flatMap(({ of }) => of[at] ?? []))];
  const names = new Set(
    everyTerm(program).flatMap((term) => (term.kind === "measure" && term.weight === weight ? term.measures : [])),
  );
  const sources = program.measures.filter(({ name }) => names.has(name)).flatMap((measure) => leavesOf(measure));
  if (sources.length === 0) return [];
  const kinds = [...new Set(sources.flatMap(({ source }) => source.kinds))];
  return values.flatMap((value) => {
    const where = [{ attribute, in: [value] }];
    return inConditions(program, { kinds, where, except: [] }, `weights.${weight.name}`).map((finding) => ({
      ...finding,
      path: `weights.${weight.name}.factors`,
    }));
  });
}

const distinguishing = (of: DistinctField, key: string) => [{ name: typeof of === "string" ? of : of.attribute, key }];

function inConditions(
  program: Program,
  source: Pick<FactSource, "kinds" | "where" | "except">,
  path: string,
): Finding[] {
  const shapes = source.kinds.map((kind) => ({ kind, shape: shapeOfKind(program, kind) }));
  const found = (key: string, conditions: readonly FactCondition[]) =>
    conditions.flatMap((condition): Finding[] => {
      const { attribute: name, in: values } = condition;
      const able = shapes.filter(({ kind, shape }) => mayHave(kind, shape, name));
      if (able.length === 0) return [noAttribute({ path: `${path}.${key}.${name}`, name }, source, shapes)];
      const declared = able.flatMap(
        ({ shape }) => shape.attributes?.find((attribute) => attribute.name === name) ?? [],
      );
      if (declared.length < able.length) return [];
      const impossible = values.find((value) => !declared.some((attribute) => isOfType(value, attribute)));
      if (impossible === undefined) return [];
      const known = declared.flatMap(({ oneOf }) => oneOf ?? []);
      return [
        {
          code: "ATTRIBUTE_IMPOSSIBLE",
          severity: "error",
          path: `${path}.${key}.${name}`,
          message: `No ${source.kinds.join(" or ")} fact has ${impossible} as its ${name}${suggestion(impossible, known)}${known.length === 0 ? "." : ""}`,
          remedy: "Write a value that facts can have, or add it to the attribute under facts.",
        },
      ];
    });
  return [...found("where", source.where), ...found("except", source.except)];
}

/** What every fact may have, beyond the declaration of its kind. */
const FIELDS: ReadonlySet<string> = new Set(["product", "customer", SELF_DEALING.attribute, "credit"]);

function mayHave(kind: string, { attributes }: FactShape, name: string): boolean {
  if (name === "person" && kind === "certification") return true;
  return FIELDS.has(name) || attributes === null || attributes.some((attribute) => attribute.name === name);
}

function noAttribute(
  { path, name }: { readonly path: string; readonly name: string },
  { kinds }: Pick<FactSource, "kinds">,
  shapes: readonly { readonly shape: FactShape }[],
): Finding {
  const known = [...new Set(shapes.flatMap(({ shape }) => shape.attributes?.map((attribute) => attribute.name) ?? []))];
  return {
    code: "ATTRIBUTE_IMPOSSIBLE",
    severity: "error",
    path,
    message: `No ${kinds.join(" or ")} fact has the attribute ${name}${known.length === 0 ? "." : suggestion(name, known)}`,
    remedy: "Name an attribute that the kind declares under facts, or declare this one.",
  };
}
