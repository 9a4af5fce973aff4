import { createHash } from "node:crypto";
import { type Role, scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { findPeopleByExternalId, type PersonNode, personNode } from "../person/index.js";
import { visibleTo } from "../policy.js";

/** Another token of the same role, subject and partners has the same id. */
const idOf = (viewer: Viewer): string =>
  createHash("sha256")
    .update(JSON.stringify([viewer.role, viewer.subject, scopeOf(viewer)]))
    .digest("base64url");

export function viewerReads({ reader, viewer }: ReadParts) {
  const partnerIds = viewer.partnerIds === "all" ? [] : visibleTo(viewer)(viewer.partnerIds);
  return {
    viewer: () => ({
      id: idOf(viewer),
      role: viewer.role as Role, // The others have no token.
      subject: viewer.subject,
      partnerId: partnerIds.length === 1 ? (partnerIds[0] ?? null) : null,
    }),
    personOfViewer: async (): Promise<PersonNode | null> => {
      const keys = partnerIds.map((partnerId) => ({ partnerId, externalId: viewer.subject }));
      const people = keys.length === 0 ? [] : await findPeopleByExternalId(reader, keys);
      const [person] = people.filter(({ leftOn }) => leftOn === null);
      return person === undefined ? null : personNode(person);
    },
  };
}
export type ViewerReads = ReturnType<typeof viewerReads>;
export type ViewerNode = ReturnType<ViewerReads["viewer"]>;
