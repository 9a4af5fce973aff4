import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const OUTCOMES = ["PLACED", "PROMOTED", "DEMOTED", "KEPT"] as const;

export const decisionTable = tablesOf("partners")("decision", {
  properties: {
    partnerId: column.uuid().primary(),
    decisionId: column.uuid().primary(),
    sequence: column.integer(),
    runId: column.uuid().nullable(),
    asOf: column.date(),
    decidedAt: column.datetime(),
    program: column.text(),
    programVersion: column.text(),
    tier: column.text(),
    previousTier: column.text().nullable(),
    outcome: column.enum([...OUTCOMES]),
    /** The engine's decision in canonical form. */
    body: column.text(),
    effectiveOn: column.date().nullable(),
    /** 1 carries its explanation along and stands outside the chain; 2 is a record that explains itself by its version. */
    format: column.smallint().default(1),
    /** Of the partner's decision before, where that is in the chain. */
    previousHash: column.text().nullable(),
    /** Null in format 1. */
    hash: column.text().nullable(),
  },
  uniques: [{ name: "decision_partner_id_sequence_key", properties: ["partnerId", "sequence"] }],
  checks: [
    {
      name: "decision_is_chained",
      expression: "((format = 1) OR ((effective_on IS NOT NULL) AND (hash IS NOT NULL)))",
    },
    { name: "decision_sequence_check", expression: "(sequence > 0)" },
  ],
  references: [{ columns: ["partner_id"], to: "partners.partner(partner_id)" }],
});
export type DecisionRow = Row<typeof decisionTable>;
