import {
  type DeclaredAttribute,
  type FactShape,
  type NeedableField,
  shapeOfKind,
} from "@tiergraph/program/document/fact-shape";
import { FACT_KINDS } from "@tiergraph/program/document/measure";
import { suggestion } from "@tiergraph/program/document/nearest-name";
import type { Program } from "@tiergraph/program/document/program";
import { parseCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { parseDecimal } from "@tiergraph/program/exact/rational";
import type { FactProblem, FactProblemCode, FactReport } from "./fact-report.js";

/** Whether a fact carries what its kind asks for by the program; null where it does. */
export function shapeProblem(report: FactReport, program: Pick<Program, "factKinds">): FactProblem | null {
  if (!BUILT_IN.has(report.kind) && program.factKinds.every(({ name }) => name !== report.kind)) {
    const known = [...BUILT_IN, ...program.factKinds.map(({ name }) => name)];
    return problem("KIND_UNKNOWN", "kind", `Unknown kind of fact ${report.kind}${suggestion(report.kind, known)}`);
  }
  const shape = shapeOfKind(program, report.kind);
  return fieldProblem(report, shape) ?? quantityProblem(report, shape) ?? attributesProblem(report, shape);
}

const BUILT_IN: ReadonlySet<string> = new Set(FACT_KINDS);

const MISSING: Readonly<Partial<Record<NeedableField, FactProblemCode>>> = {
  amount: "AMOUNT_MISSING",
  quantity: "QUANTITY_MISSING",
};

function fieldProblem(report: FactReport, { needs, needsOneOf }: FactShape): FactProblem | null {
  const missing = needs.find((field) => report[field] == null);
  if (missing !== undefined)
    return problem(MISSING[missing] ?? "FIELD_MISSING", missing, `A ${report.kind} fact needs its ${missing}.`);
  const [first] = needsOneOf;
  if (first === undefined || needsOneOf.some((field) => report[field] != null)) return null;
  return problem("FIELD_MISSING", first, `A ${report.kind} fact needs its ${needsOneOf.join(" or its ")}.`);
}

function quantityProblem({ kind, quantity }: FactReport, { quantity: bounds }: FactShape): FactProblem | null {
  if (bounds === null || quantity == null || (quantity >= bounds.min && quantity <= bounds.max)) return null;
  const upTo = bounds.max === Number.MAX_SAFE_INTEGER ? "on" : `to ${bounds.max}`;
  return problem("QUANTITY_INVALID", "quantity", `The quantity of a ${kind} fact runs from ${bounds.min} ${upTo}.`);
}

function attributesProblem({ kind, attributes }: FactReport, { attributes: declared }: FactShape): FactProblem | null {
  if (declared === null) return null;
  const given = new Map((attributes ?? []).map(({ name, value }) => [name, value]));
  const known = declared.map(({ name }) => name);
  const stranger = [...given.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined)
    return problem(
      "ATTRIBUTE_INVALID",
      "attributes",
      `A ${kind} fact has no attribute ${stranger}${suggestion(stranger, known)}`,
    );
  for (const attribute of declared) {
    const value = given.get(attribute.name) ?? "";
    if (value === "" && attribute.isRequired)
      return problem("ATTRIBUTE_INVALID", "attributes", `A ${kind} fact needs the attribute ${attribute.name}.`);
    if (value !== "" && !isOfType(value, attribute))
      return problem("ATTRIBUTE_INVALID", "attributes", `${attribute.name} is ${expectedOf(attribute)}, not ${value}.`);
  }
  return null;
}

function isOfType(value: string, { type, oneOf }: DeclaredAttribute): boolean {
  if (oneOf !== null) return oneOf.includes(value);
  if (type === "number") return parseDecimal(value) !== null;
  if (type === "day") return parseCalendarDate(value) !== null;
  return type === "text" || value === "yes" || value === "no";
}

const EXPECTED = { text: "a text", number: "a number", day: "a day as YYYY-MM-DD", "yes-no": "yes or no" } as const;
const expectedOf = ({ type, oneOf }: DeclaredAttribute): string =>
  oneOf === null ? EXPECTED[type] : `one of ${oneOf.join(", ")}`;

const problem = (code: FactProblemCode, field: string, message: string): FactProblem => ({ code, field, message });
