import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { confirmContent, noteReading, publishContent, writeContent } from "./write-content.action.js";

export const contentActions = ({ db, clock }: EnablementActionParts) => ({
  writeContent: writeContent(db, clock),
  publishContent: publishContent(db, clock),
  confirmContent: confirmContent(db, clock),
  noteReading: noteReading(db, clock),
});
export type ContentActions = BoundActions<ReturnType<typeof contentActions>>;
