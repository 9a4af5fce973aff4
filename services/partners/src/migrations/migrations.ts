import { migrationsOf } from "@tiergraph/kit/database/migrate";
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
import { Migration0011 } from "./migration-0011.js";

/** In the order in which they run. */
export const partnersMigrations = migrationsOf("partners", [
  Migration0001,
  Migration0002,
  Migration0003,
  Migration0004,
  Migration0005,
  Migration0006,
  Migration0007,
  Migration0008,
  Migration0009,
  Migration0010,
  Migration0011,
]);
