import { lineFinder } from "../document/notation/index.js";
import type { Program } from "../document/program/index.js";
import { findChangesOfNothing } from "./addresses.js";
import { findImpossibleAttributes } from "./attributes.js";
import { findFlatBenefits } from "./benefit-value.js";
import { findCoverageOfNothing, findGroupsWithoutAttribute } from "./coverage.js";
import { findDropped } from "./dropped.js";
import { findFallingThresholds } from "./falling-thresholds.js";
import { type Finding, SEVERITIES } from "./finding.js";
import { findInflation } from "./inflation.js";
import { findUnreachable } from "./reachability.js";
import { findUnready } from "./readiness.js";
import { findMissingSafeguards } from "./safeguards.js";
import { findTiersAlike } from "./tiers-alike.js";
import { findTracksThatTakeAway } from "./tracks-joined.js";
import { findMissingReasons, findWithoutExample } from "./unexplained.js";
import { findUntaught } from "./untaught.js";
import { findUnused } from "./unused.js";
import { findWithheld } from "./withheld.js";
import { findExceededCeilings } from "./worst-case.js";

export type { Finding, FindingCode, Severity } from "./finding.js";

const CHECKS: readonly ((program: Program) => Finding[])[] = [
  findUnreachable,
  findTiersAlike,
  findTracksThatTakeAway,
  findImpossibleAttributes,
  findGroupsWithoutAttribute,
  findCoverageOfNothing,
  findWithoutExample,
  findExceededCeilings,
  findFallingThresholds,
  findDropped,
  findUntaught,
  findFlatBenefits,
  findMissingSafeguards,
  findUnused,
  findUnready,
  findChangesOfNothing,
  findInflation,
  findMissingReasons,
  findWithheld,
];

/** A finding with its line in the document, from 1. */
export interface PlacedFinding extends Finding {
  readonly line: number;
}

/** Adds its line to each finding. */
export function withLines(findings: readonly Finding[], source: string): PlacedFinding[] {
  const lineOf = lineFinder(source);
  return findings.map((finding) => ({ ...finding, line: lineOf(finding.path) }));
}

/** Checks a program: errors first, then warnings, then advice. */
export function checkProgram(program: Program): Finding[] {
  const findings = CHECKS.flatMap((find) => find(program));
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
