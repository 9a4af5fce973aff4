import type { Loading } from "../loading.js";
import { policy } from "../policy.js";
import { adjustmentOf } from "./adjustment.graphql.js";
import { listAdjustments } from "./adjustment.store.js";

const MAX_ADJUSTMENTS = 500;
/** Of what counts, or did. */
const DECIDED_STATES = ["APPROVED", "ENDED"] as const;
const ALL_STATES = [...DECIDED_STATES, "PROPOSED", "REJECTED"] as const;

export const adjustmentLoaders = ({ viewer, reader, programs }: Loading) => ({
  adjustments: async (named: string | null) => {
    const program = named ?? (await programs.inForce())?.name;
    if (program === undefined) return [];
    const withNames = policy.permits(viewer, "read proposed adjustments");
    const states = withNames ? ALL_STATES : DECIDED_STATES;
    const rows = await listAdjustments(reader, { program, states, limit: MAX_ADJUSTMENTS });
    return rows.map((row) => adjustmentOf(row, { withNames }));
  },
});
