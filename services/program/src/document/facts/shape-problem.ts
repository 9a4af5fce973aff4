import { parseCalendarDate, parseDecimal } from "../../exact/index.js";
import { suggestion } from "../notation/index.js";
import {
  type DeclaredAttribute,
  type DeclaredFacts,
  type FactShape,
  type NeedableField,
  shapeOfKind,
} from "./fact-shape.js";
import { FACT_KINDS } from "./fact-source.js";

/** The parts of a reported fact that its kind restricts. */
export interface ShapedFact {
  readonly kind: string;
  readonly until?: string | null;
  readonly amount?: string | null;
  readonly quantity?: number | null;
  readonly customer?: string | null;
  readonly product?: string | null;
  readonly person?: string | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}

export type ShapeProblemCode =
  | "KIND_UNKNOWN"
  | "FIELD_MISSING"
  | "AMOUNT_MISSING"
  | "QUANTITY_MISSING"
  | "QUANTITY_INVALID"
  | "ATTRIBUTE_INVALID";

export interface ShapeProblem {
  readonly code: ShapeProblemCode;
  /** The invalid field. */
  readonly field: string;
  readonly message: string;
}

/** The first problem of a fact by its kind; null for none. */
export function shapeProblem(report: ShapedFact, program: DeclaredFacts): ShapeProblem | null {
  if (!BUILT_IN.has(report.kind) && program.factKinds.every(({ name }) => name !== report.kind)) {
    const known = [...BUILT_IN, ...program.factKinds.map(({ name }) => name)];
    return problem("KIND_UNKNOWN", "kind", `Unknown kind of fact ${report.kind}${suggestion(report.kind, known)}`);
  }
  if (report.kind === "certification" && report.person == null)
    return problem(
      "FIELD_MISSING",
      "person",
      "A certification fact needs its person: it comes from a course that a person has completed.",
    );
  const shape = shapeOfKind(program, report.kind);
  return fieldProblem(report, shape) ?? quantityProblem(report, shape) ?? attributesProblem(report, shape);
}

const BUILT_IN: ReadonlySet<string> = new Set(FACT_KINDS);

const MISSING: Readonly<Partial<Record<NeedableField, ShapeProblemCode>>> = {
  amount: "AMOUNT_MISSING",
  quantity: "QUANTITY_MISSING",
};

function fieldProblem(report: ShapedFact, { needs, needsOneOf, takesDecimal }: FactShape): ShapeProblem | null {
  const missing = needs.find((field) => report[field] == null);
  if (missing !== undefined)
    return problem(MISSING[missing] ?? "FIELD_MISSING", missing, `${aFact(report.kind)} needs its ${missing}.`);
  const [first] = needsOneOf;
  if (first === undefined || needsOneOf.some((field) => report[field] != null)) return null;
  const isDecimal = ({ value }: { readonly value: string }) => parseDecimal(value) !== null;
  if (takesDecimal === true && report.attributes?.some(isDecimal)) return null;
  const orDecimal = takesDecimal === true ? ", or an attribute with a decimal number" : "";
  return problem("FIELD_MISSING", first, `${aFact(report.kind)} needs its ${needsOneOf.join(" or its ")}${orDecimal}.`);
}

function quantityProblem({ kind, quantity }: ShapedFact, { quantity: bounds }: FactShape): ShapeProblem | null {
  if (bounds === null || quantity == null || (quantity >= bounds.min && quantity <= bounds.max)) return null;
  const upTo = bounds.max === Number.MAX_SAFE_INTEGER ? "on" : `to ${bounds.max}`;
  return problem("QUANTITY_INVALID", "quantity", `The quantity of a ${kind} fact runs from ${bounds.min} ${upTo}.`);
}

function attributesProblem({ kind, attributes }: ShapedFact, { attributes: declared }: FactShape): ShapeProblem | null {
  if (declared === null) return null;
  const given = new Map((attributes ?? []).map(({ name, value }) => [name, value]));
  const known = declared.map(({ name }) => name);
  const unknown = [...given.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined)
    return problem(
      "ATTRIBUTE_INVALID",
      "attributes",
      `${aFact(kind)} has no attribute ${unknown}${suggestion(unknown, known)}`,
    );
  for (const attribute of declared) {
    const value = given.get(attribute.name) ?? "";
    if (value === "" && attribute.isRequired)
      return problem("ATTRIBUTE_INVALID", "attributes", `${aFact(kind)} needs the attribute ${attribute.name}.`);
    if (value !== "" && !isOfType(value, attribute))
      return problem("ATTRIBUTE_INVALID", "attributes", `${attribute.name} is ${expectedOf(attribute)}, not ${value}.`);
  }
  return null;
}

/** Whether the value is valid for the attribute. */
export function isOfType(value: string, { type, oneOf }: DeclaredAttribute): boolean {
  if (oneOf !== null) return oneOf.includes(value);
  if (type === "number") return parseDecimal(value) !== null;
  if (type === "day") return parseCalendarDate(value) !== null;
  return type === "text" || value === "yes" || value === "no";
}

const EXPECTED = { text: "a text", number: "a number", day: "a day as YYYY-MM-DD", "yes-no": "yes or no" } as const;
const expectedOf = ({ type, oneOf }: DeclaredAttribute): string =>
  oneOf === null ? EXPECTED[type] : `one of ${oneOf.join(", ")}`;

/** "A seats fact", "An indicator fact". */
const aFact = (kind: string): string => `${/^[aeio]/.test(kind) ? "An" : "A"} ${kind} fact`;

const problem = (code: ShapeProblemCode, field: string, message: string): ShapeProblem => ({ code, field, message });
