import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import type { ContentRow } from "./content.store.js";

export const contentOf = (row: ContentRow, today: string) => ({
  id: encodeNamedId("Content", row.name, String(row.version)),
  isPublished: row.publishedVersion === row.version,
  ...row,
  isStale: row.freshUntil < today,
  sections: row.sections.map((section) => ({ ...section })),
});
