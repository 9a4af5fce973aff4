import fs from "node:fs";
import { tableDifferences } from "@tiergraph/kit/database/table-differences";
const url = fs.readFileSync("/tmp/pgdev.url", "utf8");
for (const s of ["partners", "metrics", "benefits", "enablement"]) {
  const { TABLES } = await import(`../services/${s}/dist/tables.js`);
  console.log(s, await tableDifferences(url, { service: s, tables: TABLES }));
}
