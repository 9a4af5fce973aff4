import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { withheldMeasures } from "@tiergraph/program/document/program";
import { policy } from "../policy.js";
import { listProgramVersions, type Programs } from "../program/index.js";
import { listAdjustments } from "./adjustment.store.js";
import { adjustmentOf } from "./adjustment-node.js";

const MAX_ADJUSTMENTS = 500;
/** Of what counts, or did. */
const DECIDED_STATES = ["APPROVED", "ENDED"] as const;
const ALL_STATES = [...DECIDED_STATES, "PROPOSED", "REJECTED"] as const;

export const adjustmentReads = ({ viewer, reader }: ReadParts, programs: Programs) => {
  /** By any version of a program. */
  const withheldIn = async (program: string) =>
    (await listProgramVersions(reader))
      .filter((row) => row.program === program)
      .flatMap(({ document }) => withheldMeasures(document).map(({ name }) => name));
  return {
    adjustments: async (named: string | null) => {
      const program = named ?? (await programs.inForce())?.name;
      if (program === undefined) return [];
      const withNames = policy.permits(viewer, "read proposed adjustments");
      const states = withNames ? ALL_STATES : DECIDED_STATES;
      const rows = await listAdjustments(reader, { program, states, limit: MAX_ADJUSTMENTS });
      const withheld = policy.permits(viewer, "read withheld measures") ? [] : await withheldIn(program);
      return rows.filter(({ measure }) => !withheld.includes(measure)).map((row) => adjustmentOf(row, { withNames }));
    },
  };
};
export type AdjustmentReads = ReturnType<typeof adjustmentReads>;
