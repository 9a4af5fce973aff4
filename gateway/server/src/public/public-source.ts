import type { GraphQLDataSource } from "@apollo/gateway";
import { gatewayViewer } from "@tiergraph/kit/identity/viewer";
import { z } from "zod";
import { askService } from "../graph/ask-service.js";
import type { RequestContext } from "../graph/request-context.js";

const certification = z.object({
  checkCode: z.string(),
  course: z.string(),
  title: z.string(),
  level: z.string(),
  issuedOn: z.string(),
  expiresOn: z.string().nullable(),
  isValid: z.boolean(),
});
export type PublicCertification = z.infer<typeof certification>;

/** What is served without a token, to the one who has its address. */
export interface PublicSource {
  /** Null for a code that nothing has. */
  certification(checkCode: string): Promise<PublicCertification | null>;
  /** A JSON Web Key Set. */
  badgeKeys(): Promise<string>;
  /** iCalendar; null for a secret that opens nothing. */
  calendar(secret: string): Promise<string | null>;
}

export function publicSource(enablement: GraphQLDataSource<RequestContext>): PublicSource {
  const ask = askService(enablement);
  return {
    certification: async (checkCode) =>
      (
        await ask(
          gatewayViewer,
          {
            query: `query ($checkCode: String!) { found: checkCertification(checkCode: $checkCode) {
              checkCode course title level issuedOn expiresOn isValid } }`,
            variables: { checkCode },
          },
          z.object({ found: certification.nullable() }),
        )
      ).found,
    badgeKeys: async () =>
      (await ask(gatewayViewer, { query: "{ badgeKeys }", variables: {} }, z.object({ badgeKeys: z.string() })))
        .badgeKeys,
    calendar: async (secret) =>
      (
        await ask(
          gatewayViewer,
          { query: "query ($secret: String!) { found: calendarAt(secret: $secret) }", variables: { secret } },
          z.object({ found: z.string().nullable() }),
        )
      ).found,
  };
}
