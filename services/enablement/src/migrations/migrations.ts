import type { ServiceMigrations } from "@tiergraph/kit/database/migrate";
import { Migration0001 } from "./migration-0001.js";
import { Migration0002 } from "./migration-0002.js";

export const enablementMigrations: ServiceMigrations = {
  service: "enablement",
  migrations: [
    { name: "migration-0001", class: Migration0001 },
    { name: "migration-0002", class: Migration0002 },
  ],
};
