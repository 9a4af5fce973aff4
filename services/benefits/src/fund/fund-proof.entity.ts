import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const fundProofTable = tablesOf("benefits")("fund_proof", {
  properties: {
    partnerId: column.uuid().primary(),
    proofId: column.uuid().primary(),
    requestId: column.uuid(),
    fileName: column.text(),
    mediaType: column.text(),
    sizeBytes: column.integer(),
    sha256: column.text(),
    storedAt: column.datetime(),
    storedBy: column.text(),
  },
  indexes: [{ name: "fund_proof_of_request", properties: ["partnerId", "requestId"] }],
  checks: [{ name: "fund_proof_size_bytes_check", expression: "(size_bytes > 0)" }],
  references: [{ columns: ["partner_id", "request_id"], to: "benefits.fund_request(partner_id, request_id)" }],
});
export type ProofRow = Row<typeof fundProofTable>;
