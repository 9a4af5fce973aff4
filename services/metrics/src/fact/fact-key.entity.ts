import { column, tablesOf } from "@tiergraph/kit/database/table";

/** What part of something is one partner's; `share` in hundredths of a percent. */
export interface Part {
  readonly partnerId: string;
  readonly share: number;
}

export const factKeyTable = tablesOf("metrics")("fact_key", {
  properties: {
    family: column.text().primary(),
    externalId: column.text().primary(),
    /** Who reported it first. */
    partnerId: column.uuid(),
    factId: column.uuid(),
    /** How much of the whole is credited to partners, in hundredths of a percent. */
    credited: column.integer().default(10000),
    /** Who shares it; empty where one partner has all of it. */
    parts: column.json<Part[]>().nullable(),
  },
  checks: [{ name: "fact_key_credited_check", expression: "((credited >= 0) AND (credited <= 10000))" }],
});
