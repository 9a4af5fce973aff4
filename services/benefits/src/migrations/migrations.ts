import type { ServiceMigrations } from "@tiergraph/kit/database/migrate";
import { Migration0001 } from "./migration-0001.js";
import { Migration0002 } from "./migration-0002.js";
import { Migration0003 } from "./migration-0003.js";
import { Migration0004 } from "./migration-0004.js";
import { Migration0005 } from "./migration-0005.js";
import { Migration0006 } from "./migration-0006.js";
import { Migration0007 } from "./migration-0007.js";
import { Migration0008 } from "./migration-0008.js";
import { Migration0009 } from "./migration-0009.js";
import { Migration0010 } from "./migration-0010.js";

export const benefitsMigrations: ServiceMigrations = {
  service: "benefits",
  migrations: [
    { name: "migration-0001", class: Migration0001 },
    { name: "migration-0002", class: Migration0002 },
    { name: "migration-0003", class: Migration0003 },
    { name: "migration-0004", class: Migration0004 },
    { name: "migration-0005", class: Migration0005 },
    { name: "migration-0006", class: Migration0006 },
    { name: "migration-0007", class: Migration0007 },
    { name: "migration-0008", class: Migration0008 },
    { name: "migration-0009", class: Migration0009 },
    { name: "migration-0010", class: Migration0010 },
  ],
};
