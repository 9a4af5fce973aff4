import type { GraphQLDataSource } from "@apollo/gateway";
import type { PartnerIdsOf } from "@tiergraph/installation/client-tokens";
import { gatewayViewer } from "@tiergraph/kit/identity/viewer";
import { z } from "zod";
import { askService } from "../graph/ask-service.js";
import type { RequestContext } from "../graph/request-context.js";

const found = z.object({ found: z.array(z.object({ id: z.string(), code: z.string() })) });

/** Partners did not answer whom a token is bound to: it may be asked again. */
export class PartnersUnavailable extends Error {}

/** Ids of partners by their codes, as the partners service knows them. @throws PartnersUnavailable */
export function partnerIdsOf(partners: GraphQLDataSource<RequestContext>): PartnerIdsOf {
  const ask = askService(partners);
  const query = "query ($codes: [String!]!) { found: partnersOfCodes(codes: $codes) { id code } }";
  return async (codes) => {
    try {
      const answer = await ask(gatewayViewer, { query, variables: { codes } }, found);
      return new Map(answer.found.map(({ id, code }) => [code, id]));
    } catch (error) {
      throw new PartnersUnavailable("The partners of a token could not be looked up", { cause: error });
    }
  };
}
