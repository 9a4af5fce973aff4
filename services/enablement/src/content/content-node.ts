import type { ContentRow } from "./content.store.js";

export const contentOf = (row: ContentRow, today: string) => ({
  isPublished: row.publishedVersion === row.version,
  ...row,
  isStale: row.freshUntil < today,
  sections: row.sections.map((section) => ({ ...section })),
});
