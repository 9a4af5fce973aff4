import { ROLES, type Role } from "@tiergraph/kit/identity/viewer";
import { z } from "zod";

/** Where the tokens of an identity provider say who asks. */
export interface TokenClaims {
  /** Of the person or machine. */
  readonly subject: string;
  readonly role: string;
  /** Ids or codes of the partners that the token is bound to. */
  readonly partners: string;
  /** What the role claim may hold, and which role that is; the first that a token has counts. */
  readonly roles: ReadonlyMap<string, Role>;
}

export const DEFAULT_CLAIMS: TokenClaims = {
  subject: "sub",
  role: "role",
  partners: "partners",
  roles: new Map(ROLES.map((role) => [role, role])),
};

/** Who asks, as a token says it. */
export interface ClaimedIdentity {
  readonly role: Role;
  readonly subject: string;
  /** Ids or codes; empty where the role is not bound to partners. */
  readonly partners: readonly string[];
}

/** More is no list of the partners that somebody looks after. */
const MAX_PARTNERS = 500;
const text = z.string().trim().min(1).max(200);
const oneOrMore = z.union([text.transform((one) => [one]), z.array(text).max(MAX_PARTNERS)]);
/** A provider lists the groups of a person among its roles. */
const roleNames = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Who a token's payload names; null where it does not say so, or is bound to the wrong number of partners. */
export function identityIn(payload: Readonly<Record<string, unknown>>, claims: TokenClaims): ClaimedIdentity | null {
  const subject = text.safeParse(claimIn(payload, claims.subject));
  const named = roleNames.safeParse(claimIn(payload, claims.role));
  if (!subject.success || !named.success) return null;
  const role = [...claims.roles].find(([name]) => named.data.includes(name))?.[1];
  if (role === undefined) return null;
  if (role !== "PARTNER" && role !== "PARTNER_MANAGER") return { role, subject: subject.data, partners: [] };
  const partners = oneOrMore.safeParse(claimIn(payload, claims.partners));
  if (!partners.success || (role === "PARTNER" && partners.data.length !== 1)) return null;
  return { role, subject: subject.data, partners: partners.data };
}

/** A claim by its name, which may be an address, or by a path into objects, as `realm_access.roles`. */
function claimIn(payload: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part]; // An object with a property of this name.
  }
  return value;
}

const CLAIMS = ["subject", "role", "partners"] as const;

/** `role=realm_access.roles,partners=partner_codes`: claims that are not named keep their default. */
export const claimNames = z
  .string()
  .default("")
  .transform((given, context): Pick<TokenClaims, (typeof CLAIMS)[number]> => {
    const names = { subject: DEFAULT_CLAIMS.subject, role: DEFAULT_CLAIMS.role, partners: DEFAULT_CLAIMS.partners };
    for (const [what, name] of pairsIn(given)) {
      const claim = CLAIMS.find((one) => one === what);
      if (claim === undefined || name === "") {
        context.addIssue(
          `${what} is none of ${CLAIMS.join(", ")}: write role=realm_access.roles,partners=partner_codes`,
        );
        return z.NEVER;
      }
      names[claim] = name;
    }
    return names;
  });

/** `portal-user=PARTNER,channel-team=PARTNER_MANAGER`, in the order in which they count; left out, each role has its own name. */
export const roleValues = z
  .string()
  .default("")
  .transform((given, context): TokenClaims["roles"] => {
    const roles = new Map<string, Role>();
    for (const [name, value] of pairsIn(given)) {
      const role = ROLES.find((one) => one === value);
      if (role === undefined || name === "" || roles.has(name)) {
        context.addIssue(
          `${name}=${value} is no role of ours, or stands twice: write portal-user=PARTNER with one of ${ROLES.join(", ")}`,
        );
        return z.NEVER;
      }
      roles.set(name, role);
    }
    return roles.size === 0 ? DEFAULT_CLAIMS.roles : roles;
  });

/** `a=b,c=d`. */
const pairsIn = (given: string): [string, string][] =>
  given === ""
    ? []
    : given.split(",").map((part) => {
        const at = part.indexOf("=");
        return at < 0 ? [part.trim(), ""] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
      });
