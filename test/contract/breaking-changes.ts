import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

export interface ContractChange {
  /** Null where there was no contract. */
  readonly before: string | null;
  readonly after: string;
  /** Lines that give a reason; each names what it is the reason for, as `Type.field` or `Type`. */
  readonly reasons: readonly string[];
}

/** The changes that would break a client and for which no reason stands anywhere. */
export async function breakingChanges({ before, after, reasons }: ContractChange): Promise<string[]> {
  if (before === null) return [];
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => path !== undefined && !reasons.some((reason) => reason.includes(`\`${path}\``)))
    .map(
      ({ message, path }) =>
        `Breaking without a reason in CHANGELOG.md (a line "- Breaking: \`${path}\` …"): ${message}`,
    );
}
