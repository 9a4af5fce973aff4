import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { publishProgram } from "./publish-program.action.js";

export const publicationActions = ({ db, publish, clock }: PartnersActionParts) => ({
  publishProgram: publishProgram(db, publish, clock),
});
export type PublicationActions = BoundActions<ReturnType<typeof publicationActions>>;
