import { createHash } from "node:crypto";
import type { Database } from "@tiergraph/kit/database/database";
import type { FileStore } from "@tiergraph/kit/files/file-store";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import { changeFundRequest } from "./change-fund-request.tx.js";
import { fundRefusals } from "./fund.refusals.js";
import { listProofs } from "./fund.store.js";
import type { FundOutcome } from "./fund-outcome.js";
import { fundProofTable, type ProofRow } from "./fund-proof.entity.js";
import { keyOfProof, MAX_PROOFS, readProof } from "./proof-file.js";

export interface AttachProof {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Base64. */
  readonly content: string;
}

/** Keeps a proof of what was done: the file first, and what is known of it with the transaction. */
export const attachProof =
  (db: Database, clock: Clock, files: FileStore) =>
  async (viewer: Viewer, asked: AttachProof): Promise<FundOutcome> => {
    const bytes = readProof(asked);
    if (typeof bytes === "string") return fundRefusals.ProofRefused({ problem: bytes });
    const proofId = newId();
    let kept: string | null = null;
    const outcome = await changeFundRequest(
      db,
      { viewer, permission: "request funds", id: asked.id },
      async ({ tx, request }) => {
        if (request.state !== "APPROVED") return fundRefusals.NotPossible({ state: request.state });
        const proofs = await listProofs(tx, [request]);
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const known = proofs.find((one) => one.sha256 === sha256);
        // The same file again is the same proof.
        if (known !== undefined) return { kind: "ProofAttached", request, proof: known };
        if (proofs.length >= MAX_PROOFS) return fundRefusals.ProofRefused({ problem: "TooMany" });
        const { partnerId, requestId } = request;
        const { fileName, mediaType } = asked;
        const proof: ProofRow = {
          partnerId,
          proofId,
          requestId,
          fileName: fileName.trim(),
          mediaType,
          sizeBytes: bytes.length,
          sha256,
          storedAt: clock.now(),
          storedBy: viewer.subject,
        };
        kept = keyOfProof(proof);
        await files.put(kept, bytes);
        tx.create(fundProofTable, proof);
        return { kind: "ProofAttached", request, proof };
      },
    ).catch(async (error: unknown) => {
      // Without its row nobody would ever find the file.
      if (kept !== null) await files.remove(kept);
      throw error;
    });
    return outcome;
  };
