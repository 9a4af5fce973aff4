import type { ContentRow } from "./content.store.js";

export const contentOf = (row: ContentRow, today: string) => ({
  ...row,
  isPublished: row.publishedVersion === row.version,
  isStale: row.freshUntil < today,
  sections: row.sections.map((section) => ({ ...section })),
});
