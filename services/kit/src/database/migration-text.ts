import type { ServiceName } from "./provision.js";
import type { AnyTable } from "./table.js";

export interface MigrationDraft {
  readonly service: ServiceName;
  /** 1 for the service's first. */
  readonly number: number;
  /** What the migration is for, in a sentence. */
  readonly why: string;
  /** As `tableDifferences` returns them. */
  readonly statements: readonly string[];
  /** Those of the service, for what a new one needs besides its columns. */
  readonly tables: readonly AnyTable[];
}

export const migrationName = (number: number): string => `migration-${String(number).padStart(4, "0")}`;

/**
 * A migration's file, to be read over before it lands: what fills new columns of old rows stands in no declaration, and a
 * new table is readable only, until its grants name more.
 */
export function migrationText({ number, why, statements, tables, service }: MigrationDraft): string {
  const added = tables.filter(({ name }) => statements.some((sql) => createdTable(sql) === name));
  const helpers = [...new Set(added.map(helperOf))].sort();
  const steps = [
    ...statements.map((sql) => `\`\n      ${laidOut(sql)};\``),
    ...added.map((table) => protectionOf(table)),
  ];
  return [
    'import { Migration } from "@mikro-orm/migrations";',
    ...(helpers.length === 0 ? [] : [`import { ${helpers.join(", ")} } from "@tiergraph/kit/database/migration-sql";`]),
    "",
    `/** ${why} */`,
    `export class ${className(number)} extends Migration {`,
    "  override async up(): Promise<void> {",
    "    this.addSql(\"select set_config('tiergraph.scope', '*', true);\");",
    ...steps.map((step) => `    this.addSql(${step});`),
    "  }",
    "}",
    "",
  ].join("\n");

  function protectionOf(table: AnyTable): string {
    const name = table.name.slice(service.length + 1);
    return `${helperOf(table)}("${service}", "${name}", ["select"])`;
  }
}

/** The list of a service's migrations with one more. */
export function withMigration(list: string, number: number): string {
  const imported = `import { ${className(number)} } from "./${migrationName(number)}.js";\n`;
  const lastImport = list.lastIndexOf("import ");
  const afterImports = list.indexOf("\n", lastImport) + 1;
  return `${list.slice(0, afterImports)}${imported}${list.slice(afterImports).replace(/,?\s*\]/, `,\n  ${className(number)},\n]`)}`;
}

const className = (number: number): string => `Migration${String(number).padStart(4, "0")}`;

/** `partners.pledge` of `create table "partners"."pledge" (…)`. */
const createdTable = (sql: string): string | null => {
  const [, schema, table] = /^create table "(\w+)"\."(\w+)"/.exec(sql) ?? [];
  return schema === undefined ? null : `${schema}.${table}`;
};

/** A table whose key begins with the partner holds rows of partners. */
const helperOf = ({ entity }: AnyTable): "partnerTable" | "sharedTable" =>
  Object.entries(entity.meta.properties).find(([, { primary }]) => primary)?.[0] === "partnerId"
    ? "partnerTable"
    : "sharedTable";

/** A column a line, without the quotes that names here do not need. */
function laidOut(sql: string): string {
  const plain = sql
    .replace(/"(\w+)"/g, "$1")
    .replace(/FOREIGN KEY|REFERENCES|CHECK/g, (word) => word.toLowerCase())
    .replace(/[`\\]|\$\{/g, "\\$&");
  const [, head, body] = /^(create table [\w.]+) \((.*)\)$/s.exec(plain) ?? [];
  if (head === undefined || body === undefined) return plain;
  let depth = 0;
  const columns = [...body].map((char) => {
    depth += char === "(" ? 1 : char === ")" ? -1 : 0;
    return char === "," && depth === 0 ? ",\n       " : char;
  });
  return `${head} (\n        ${columns.join("")}\n      )`;
}
