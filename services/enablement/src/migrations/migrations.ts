import type { ServiceMigrations } from "@tiergraph/kit/database/migrate";
import { Migration0001 } from "./migration-0001.js";

export const enablementMigrations: ServiceMigrations = {
  service: "enablement",
  migrations: [{ name: "migration-0001", class: Migration0001 }],
};
