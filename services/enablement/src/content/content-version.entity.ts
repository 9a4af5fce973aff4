import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";
import type { ContentSection } from "./content.js";

/** One version of a piece, as it was written. */
export const contentVersionTable = tablesOf("enablement")("content_version", {
  properties: {
    /** Slug by which it is known. */
    name: column.text().primary(),
    version: column.integer().primary(),
    kind: column.enum(["PLAYBOOK", "CASE_STUDY", "COMPETITIVE_ANALYSIS"]),
    title: column.text(),
    summary: column.text(),
    role: column.text().nullable(),
    maturities: column.array().columnType("text[]"),
    /** What is done with it: for example `new-business` or `renewal`; null where it is for any. */
    motion: column.text().nullable(),
    tiers: column.array().columnType("text[]"),
    tracks: column.array().columnType("text[]"),
    /** Who answers for it at the vendor. */
    owner: column.text(),
    sections: column.json<ContentSection[]>(),
    freshUntil: column.date(),
    writtenAt: column.datetime(),
    writtenBy: column.text(),
  },
  checks: [{ name: "content_version_version_check", expression: "(version > 0)" }],
});
export type WrittenContent = Row<typeof contentVersionTable>;
