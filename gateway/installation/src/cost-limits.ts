import { ROLES, type Role } from "@tiergraph/kit/identity/viewer";
import { z } from "zod";

/** Points by role: see `gateway/server/src/cost`. */
export type PointsByRole = Readonly<Record<Role, number>>;

/** What one operation may cost at most. */
export const DEFAULT_MAX_COST: PointsByRole = {
  PARTNER: 20_000,
  PARTNER_MANAGER: 20_000,
  PROGRAM_MANAGER: 20_000,
  ANALYST: 20_000,
  INGEST: 20_000,
};

/** What comes back to a viewer in a second; some 50,000 points keep one core busy. */
export const DEFAULT_COST_PER_SECOND: PointsByRole = {
  PARTNER: 5_000,
  PARTNER_MANAGER: 10_000,
  PROGRAM_MANAGER: 10_000,
  ANALYST: 10_000,
  INGEST: 100_000,
};

/** One number for every role, or `PARTNER=10000,ANALYST=50000`: roles that are not named keep their default. */
export const pointsByRole = (defaults: PointsByRole) =>
  z
    .string()
    .default("")
    .transform((text, context): PointsByRole => {
      if (/^[1-9]\d{0,8}$/.test(text)) {
        const entries = ROLES.map((role) => [role, Number(text)]);
        return Object.fromEntries(entries) as PointsByRole; // One entry a role.
      }
      const given: Record<Role, number> = { ...defaults };
      for (const part of text === "" ? [] : text.split(",")) {
        const [, name, points] = /^\s*([A-Z_]+)\s*=\s*([1-9]\d{0,8})\s*$/.exec(part) ?? [];
        const role = ROLES.find((one) => one === name);
        if (role === undefined) {
          context.addIssue(
            `${part.trim()} is no limit: give a number from 1 to 999999999, or one for roles, as PARTNER=10000,ANALYST=50000`,
          );
          return z.NEVER;
        }
        given[role] = Number(points);
      }
      return given;
    });
