import type { ContentRow } from "./content.store.js";

export const contentOf = (row: ContentRow, today: string) => ({
  name: row.name,
  title: row.title,
  summary: row.summary,
  maturities: row.maturities,
  motion: row.motion,
  kind: row.kind,
  role: row.role,
  tiers: row.tiers,
  tracks: row.tracks,
  owner: row.owner,
  version: row.version,
  writtenAt: row.writtenAt,
  isPublished: row.publishedVersion === row.version,
  freshUntil: row.freshUntil,
  isStale: row.freshUntil < today,
  sections: row.sections.map((section) => ({ ...section })),
});
