import type { Ask } from "./graph-client.js";
import type { GraphFailed } from "./judge-answer.js";
import type { LineProblem } from "./line-problem.js";
import { REGISTER_PARTNERS } from "./operations.js";
import type { PartnerReport } from "./partner-of-line.js";

export type PartnerEntry =
  | { readonly kind: "Registered"; readonly partnerId: string }
  | { readonly kind: "Refused"; readonly problem: LineProblem };

export interface PartnersEntered {
  readonly kind: "PartnersEntered";
  /** By code: all that were named to the book so far. */
  readonly entries: ReadonlyMap<string, PartnerEntry>;
  /** Of those that were new to the book. */
  readonly added: number;
  readonly changed: number;
}

export type PartnerBook = (partners: readonly PartnerReport[]) => Promise<PartnersEntered | GraphFailed>;

/**
 * Registers each partner once in a run, by its code: what later lines tell of it is not sent again. The book grows with
 * the number of partners, not of lines. At most 1,000 partners at a time.
 */
export function openPartnerBook(ask: Ask): PartnerBook {
  const entries = new Map<string, PartnerEntry>();
  return async (partners) => {
    const firstOfCode = new Map([...partners].reverse().map((partner) => [partner.code, partner]));
    const unknown = [...firstOfCode.values()].filter(({ code }) => !entries.has(code)).reverse();
    const registration = await register(ask, unknown);
    if (registration.kind === "GraphFailed") return registration;
    for (const [code, entry] of registration.entries) entries.set(code, entry);
    return { ...registration, entries };
  };
}

/** The graph refuses all when it refuses one: those at fault are taken out and the rest is sent again. */
async function register(ask: Ask, partners: readonly PartnerReport[]): Promise<PartnersEntered | GraphFailed> {
  if (partners.length === 0) return { kind: "PartnersEntered", entries: new Map(), added: 0, changed: 0 };
  const answer = await ask(REGISTER_PARTNERS, { partners });
  if (answer.kind === "GraphFailed") return answer;
  const { partners: registered, added, changed, userErrors } = answer.data.registerPartners;
  if (userErrors.length === 0) {
    const entries = registered.map(({ id, code }) => [code, { kind: "Registered", partnerId: id }] as const);
    return { kind: "PartnersEntered", entries: new Map(entries), added, changed };
  }
  const problems = new Map<string, PartnerEntry>();
  for (const { code, field, message } of userErrors) {
    const [, , index, name = "code"] = field ?? []; // input.partners.3.name
    const partner = partners[Number(index)];
    if (partner === undefined) return { kind: "GraphFailed", message: `it refused the partners: ${message}` };
    if (!problems.has(partner.code))
      problems.set(partner.code, { kind: "Refused", problem: { code, field: name, message } });
  }
  const rest = await register(
    ask,
    partners.filter(({ code }) => !problems.has(code)),
  );
  return rest.kind === "GraphFailed" ? rest : { ...rest, entries: new Map([...rest.entries, ...problems]) };
}
