import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { operationIn } from "@tiergraph/kit/execution/operation";
import { GraphQLError } from "graphql";
import type { RequestContext } from "../graph/request-context.js";
import type { Charged, CostGuard } from "./cost-guard.js";
import { priceOf } from "./price.js";

/** Charges what passes Apollo's pipeline: operations that are new, and those that come by GET. */
export const chargeOperations = (guard: CostGuard): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let charged: Charged | null = null;
    return {
      async didResolveOperation({ document, operationName, request, schema, contextValue }) {
        // Exports and the sample ask for themselves.
        if (contextValue.standing === undefined) return;
        const price = priceOf(operationIn(document, operationName), schema);
        charged = guard.charge(contextValue.viewer, price, request.variables ?? {});
        if (charged.kind === "Charged") return;
        const { status, code, message, retryAfterSeconds, cost } = charged.refusal;
        const headers = new HeaderMap(retryAfterSeconds === null ? [] : [["retry-after", String(retryAfterSeconds)]]);
        throw new GraphQLError(message, { extensions: { code, cost, http: { status, headers } } });
      },
      async willSendResponse({ response: { body } }) {
        if (charged === null || body.kind !== "single") return;
        const { data, extensions } = body.singleResult;
        const cost = charged.kind === "Refused" ? charged.refusal.cost : charged.settle(data);
        body.singleResult.extensions = { ...extensions, cost };
      },
    };
  },
});
