import { TABLES } from "@tiergraph/gateway-server/embedded";
import { migrationText, withMigration } from "@tiergraph/kit/database/migration-text";
import { column, tablesOf } from "@tiergraph/kit/database/table";
import { tableDifferences } from "@tiergraph/kit/database/table-differences";
import pg from "pg";
import { expect, test } from "vitest";
import { copyOfTemplate } from "../kit/start-tiergraph.js";

const reviewTable = TABLES.partners.find(({ name }) => name === "partners.review");
if (reviewTable === undefined) throw new Error("There are no reviews");

/** The tables of partners as they would be with a new one, and with a reference fewer. */
const pledgeTable = tablesOf("partners")("pledge", {
  properties: {
    partnerId: column.uuid().primary(),
    pledgeId: column.uuid().primary(),
    state: column.enum(["OPEN", "KEPT"]),
    amountMinor: column.bigint("bigint"),
    note: column.text().nullable(),
  },
  indexes: [{ name: "pledge_by_state", properties: ["state", "pledgeId"] }],
  checks: [{ name: "pledge_amount_check", expression: "(amount_minor > 0)" }],
  references: [{ columns: ["partner_id"], to: "partners.partner(partner_id)" }],
});
const wanted = [
  ...TABLES.partners.filter((table) => table !== reviewTable),
  { ...reviewTable, references: [] },
  pledgeTable,
];

test("a migration drafted from the tables makes just what they say", async () => {
  const url = await copyOfTemplate();
  const differences = () => tableDifferences(url, { service: "partners", tables: wanted });
  const statements = await differences();
  expect(statements).toEqual([
    "alter table partners.review drop constraint review_partner_id_fkey",
    expect.stringContaining('create table "partners"."pledge"'),
    'create index "pledge_by_state" on "partners"."pledge" ("state", "pledge_id")',
    "alter table partners.pledge add FOREIGN KEY (partner_id) REFERENCES partners.partner(partner_id)",
  ]);

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();

  expect(await differences()).toEqual([]);
});

test("a drafted migration shows a partner its own rows only, and names a column a line", () => {
  const create =
    'create table "partners"."pledge" ("partner_id" uuid not null, "state" text check ("state" in (\'OPEN\', \'KEPT\')) not null)';
  const draft = { service: "partners", number: 12, why: "Pledges.", statements: [create], tables: wanted } as const;

  expect(migrationText(draft)).toBe(`import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** Pledges. */
export class Migration0012 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(\`
      create table partners.pledge (
        partner_id uuid not null,
        state text check (state in ('OPEN', 'KEPT')) not null
      );\`);
    this.addSql(partnerTable("partners", "pledge", ["select"]));
  }
}
`);
});

test("a drafted migration is listed last", () => {
  const list = `import { Migration0011 } from "./migration-0011.js";

export const partnersMigrations = migrationsOf("partners", [
  Migration0011,
]);
`;

  expect(withMigration(list, 12)).toBe(`import { Migration0011 } from "./migration-0011.js";
import { Migration0012 } from "./migration-0012.js";

export const partnersMigrations = migrationsOf("partners", [
  Migration0011,
  Migration0012,
]);
`);
});
