import { column, tablesOf } from "@tiergraph/kit/database/table";

export const contentTable = tablesOf("enablement")("content", {
  properties: {
    name: column.text().primary(),
    publishedVersion: column.integer().nullable(),
    freshUntil: column.date(),
    confirmedAt: column.datetime(),
    confirmedBy: column.text(),
  },
  references: [{ columns: ["name", "published_version"], to: "enablement.content_version(name, version)" }],
});
