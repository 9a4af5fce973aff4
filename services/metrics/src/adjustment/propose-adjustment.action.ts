import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { toExactString } from "@tiergraph/program/exact";
import { findProgramInForce } from "../program/index.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import { type ProposalRefusal, proposalRefusals } from "./adjustment.refusals.js";
import { addAdjustments } from "./adjustment.store.js";
import { type AdjustmentProposal, checkAdjustment } from "./check-adjustment.js";
import { proposed } from "./proposed.js";

type AdjustmentProposed = { readonly kind: "Proposed"; readonly adjustment: AdjustmentRow } | ProposalRefusal;

/** Proposes an adjustment of a measure of the program in force. Nothing counts otherwise before a second person approves. */
export const proposeAdjustment =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, proposal: AdjustmentProposal): Promise<AdjustmentProposed> =>
    db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return proposalRefusals.NoProgramInForce();
      const checked = checkAdjustment(proposal, inForce.document);
      if (checked.kind !== "Sound") return checked;
      const adjustment = proposed(
        {
          program: inForce.program,
          measure: proposal.measure,
          kind: proposal.kind,
          fromOn: proposal.from,
          toOn: proposal.until,
          factor: checked.factor === null ? null : toExactString(checked.factor),
          regions: proposal.regions ?? [],
          markets: proposal.markets ?? [],
          why: proposal.reason,
          method: null,
        },
        { by: viewer.subject, at: clock.now() },
      );
      await addAdjustments(tx, [adjustment]);
      return { kind: "Proposed", adjustment };
    });
