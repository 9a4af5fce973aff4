import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const CONTENT_KINDS = ["PLAYBOOK", "CASE_STUDY", "COMPETITIVE_ANALYSIS"] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];
export type SectionName = "MOTIONS" | "MESSAGING" | "INTEGRATION_STEPS" | "BODY";
export interface ContentSection {
  readonly section: SectionName;
  readonly markdown: string;
}

/** One version of a piece, as it was written. */
export const contentVersionTable = tablesOf("enablement")("content_version", {
  properties: {
    /** Slug by which it is known. */
    name: column.text().primary(),
    version: column.integer().primary(),
    kind: column.enum([...CONTENT_KINDS]),
    title: column.text(),
    summary: column.text(),
    role: column.text().nullable(),
    maturities: column.array().$type<readonly string[]>().columnType("text[]"),
    /** What is done with it: for example `new-business` or `renewal`; null where it is for any. */
    motion: column.text().nullable(),
    tiers: column.array().$type<readonly string[]>().columnType("text[]"),
    tracks: column.array().$type<readonly string[]>().columnType("text[]"),
    /** Who answers for it at the vendor. */
    owner: column.text(),
    sections: column.json<readonly ContentSection[]>(),
    freshUntil: column.date(),
    writtenAt: column.datetime(),
    writtenBy: column.text(),
  },
  checks: [{ name: "content_version_version_check", expression: "(version > 0)" }],
});
type ContentVersionRow = Row<typeof contentVersionTable>;
export type WrittenContent = Omit<ContentVersionRow, "version" | "freshUntil" | "writtenAt" | "writtenBy">;
