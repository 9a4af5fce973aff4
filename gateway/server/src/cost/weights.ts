import { type GraphQLField, type GraphQLNamedType, getNamedType, isLeafType } from "graphql";

// In points: one is some 20 µs of work in all processes together, measured by asking each field of a hundred partners of
// the sample. A field costs its weight each time that it is answered.

/** Objects that take more than being read, by their type. */
const OF_OBJECTS: Readonly<Record<string, number>> = {
  Decision: 2,
  Fact: 2,
  Hypothesis: 50,
  MeasurePoint: 2,
  MeasureCap: 8,
  Measurement: 3,
  NextStep: 3,
  TierPath: 10,
};
const OBJECT = 1;

/** What is worked out once for an object where any of these fields is selected. */
const OF_PARTS: Readonly<Record<string, { readonly weight: number; readonly fields: readonly string[] }>> = {
  Decision: {
    weight: 18,
    fields: [
      "approvals",
      "assessments",
      "classifiedAs",
      "hold",
      "inputs",
      "keeping",
      "override",
      "safeguards",
      "summary",
    ],
  },
};

/** Fields that compute or check more than they answer. */
const OF_FIELDS: Readonly<Record<string, number>> = {
  "Measurement.evidence": 12,
  "ProgramCheck.workedExamples": 500,
  "Program.workedExamples": 500,
  "Query.checkProgram": 1_000,
  "Query.fairnessReport": 1_000,
  "Query.reconcileLedger": 5_000,
  "Query.reconcileRollups": 2_500,
  "Query.rewardLiability": 1_000,
  "Query.tierDigests": 2_500,
  "Query.trialBalance": 100,
  "Query.verifyDecisions": 5_000,
  "TierPath.ways": 100,
};

/** A count is a statement of its own, over up to 10,000 rows. */
const TOTAL_COUNT = 20;
/** A transaction of its own. */
const MUTATION = 50;

/** @param selected names of the fields that are selected in what the field answers */
export function weightOf(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  selected: readonly string[],
): number {
  const known = OF_FIELDS[`${type.name}.${field.name}`];
  if (known !== undefined) return known;
  if (type.name === "Mutation") return MUTATION;
  if (field.name === "totalCount" && isConnection(type)) return TOTAL_COUNT;
  const target = getNamedType(field.type);
  // A page costs what stands in it.
  if (isLeafType(target) || isConnection(target)) return 0;
  const parts = OF_PARTS[target.name];
  const forParts = parts?.fields.some((name) => selected.includes(name)) ? parts.weight : 0;
  return (OF_OBJECTS[target.name] ?? OBJECT) + forParts;
}

export const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith("Connection");
