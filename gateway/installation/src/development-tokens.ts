import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { DevelopmentIssuer } from "./client-tokens.js";

/** Roles as commands and the playground name them. */
export const DEVELOPMENT_ROLES = {
  "program-manager": { role: "PROGRAM_MANAGER", title: "Program manager" },
  "partner-manager": { role: "PARTNER_MANAGER", title: "Partner manager" },
  partner: { role: "PARTNER", title: "Partner" },
  analyst: { role: "ANALYST", title: "Analyst" },
  ingest: { role: "INGEST", title: "Ingest" },
} as const satisfies Record<string, { role: Viewer["role"]; title: string }>;

export type DevelopmentRole = keyof typeof DEVELOPMENT_ROLES;

export const isDevelopmentRole = (name: string): name is DevelopmentRole => Object.hasOwn(DEVELOPMENT_ROLES, name);

/** Whether the role is bound to partners, so that its token must name them. */
export const isBoundRole = (role: DevelopmentRole): boolean => role === "partner" || role === "partner-manager";

/**
 * @param partnerIds for the two roles that are bound to partners
 * @param person the token's subject, where two people of one role are needed
 */
export const signDevelopmentToken = (
  issuer: DevelopmentIssuer,
  name: DevelopmentRole,
  partnerIds: readonly string[],
  person = `development ${name}`,
): Promise<string> =>
  issuer.sign({
    role: DEVELOPMENT_ROLES[name].role,
    subject: person,
    partnerIds: isBoundRole(name) ? partnerIds : "all",
  });
