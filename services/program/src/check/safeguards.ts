import { keepingShare } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { nodesOf } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { compare, ONE } from "../exact/index.js";
import type { Finding } from "./finding.js";

/** Finds programs that move partners with every change of a number. */
export function findMissingSafeguards(program: Program): Finding[] {
  const { governance } = program;
  if (program.tiers.length < 2) return [];
  if (governance === null) return [NO_SAFEGUARDS];
  const { grace, minimumTenure, ratchetUntil } = governance;
  if (grace !== null || minimumTenure !== null || ratchetUntil !== null) return [];
  const loose = program.tiers.filter((tier) => tier.requires !== null && losesAtOnce(tier, program));
  if (loose.length === 0) return [];
  const titles = loose.map(({ title }) => title).join(", ");
  return [
    {
      code: "FLAPPING_LIKELY",
      severity: "warning",
      path: "governance",
      message: `A partner close to the bar may change its tier every day: ${titles} ask as much to keep as to reach, without grace and without a minimum tenure.`,
      remedy: "Set keeps-at below 100%, or give a grace, a minimum-tenure or a cadence for going down.",
    },
  ];
}

const NO_SAFEGUARDS: Finding = {
  code: "NO_SAFEGUARDS",
  severity: "warning",
  path: "governance",
  message: "There is no governance section, so partners move up and down as soon as a number changes.",
  remedy: "Add a governance section, for example with keeps-at: 85% and grace: 90 days.",
};

function losesAtOnce(tier: Tier, program: Program): boolean {
  if (tier.requires === null || tier.metOnAnyDayIn !== null) return false;
  if ((tier.down ?? program.governance?.down)?.kind !== "on-change") return false;
  if (tier.keeps !== null && "path" in tier.keeps) return false;
  if (compare(keepingShare(tier, program), ONE) < 0) return false;
  return !nodesOf(tier.requires).some(
    (node) => (node.kind === "threshold" || node.kind === "score") && node.keepsAt !== null,
  );
}
