import type { Ask } from "../../client/graph-client.js";
import { REGISTER_PARTNERS, REGISTER_PEOPLE } from "../../client/operations.js";
import type { PartnerReport } from "../line/partner-of-line.js";
import type { PersonOfLine } from "../line/person-of-line.js";
import { type Book, openBook } from "./book.js";

/** What every sender needs of the graph. */
export interface ToGraph {
  readonly ask: Ask;
  /** The graph answers what would become of all that is sent, and keeps nothing. */
  readonly isDryRun: boolean;
}

/** Partners by their code. */
export const openPartnerBook = ({ ask, isDryRun }: ToGraph): Book<PartnerReport> =>
  openBook({
    keyOf: ({ code }) => code,
    register: async (partners) => {
      const answer = await ask(REGISTER_PARTNERS, { partners, dryRun: isDryRun });
      if (answer.kind === "GraphFailed") return answer;
      const { partners: registered, ...rest } = answer.data.registerPartners;
      return { kind: "Answered", ids: new Map(registered.map(({ id, code }) => [code, id])), ...rest };
    },
  });

export interface PersonToRegister extends PersonOfLine {
  readonly partnerId: string;
}

export const personKey = ({ partnerId, externalId }: Pick<PersonToRegister, "partnerId" | "externalId">): string =>
  `${partnerId} ${externalId}`;

/** People by their partner and its key for them. */
export const openPersonBook = ({ ask, isDryRun }: ToGraph): Book<PersonToRegister> =>
  openBook({
    keyOf: personKey,
    register: async (people) => {
      const answer = await ask(REGISTER_PEOPLE, { people, dryRun: isDryRun });
      if (answer.kind === "GraphFailed") return answer;
      const { people: registered, ...rest } = answer.data.registerPeople;
      const ids = registered.flatMap(({ id }, i): [string, string][] => {
        const person = people[i];
        return person === undefined ? [] : [[personKey(person), id]];
      });
      return { kind: "Answered", ids: new Map(ids), ...rest };
    },
  });
