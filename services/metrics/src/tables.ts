import type { AnyTable } from "@tiergraph/kit/database/table";
import { adjustmentTable } from "./adjustment/adjustment.entity.js";
import { ownedCustomerTable } from "./customer/owned-customer.entity.js";
import { duplicateTable } from "./duplicate/duplicate.entity.js";
import { duplicateGroupTable } from "./duplicate/duplicate-group.entity.js";
import { exportTable } from "./export/export.entity.js";
import { exportPartTable } from "./export/export-part.entity.js";
import { savedQueryTable } from "./export/saved-query.entity.js";
import { factTable } from "./fact/fact.entity.js";
import { factKeyTable } from "./fact/fact-key.entity.js";
import { rollupDayTable } from "./measure/rollup-day.entity.js";
import { rollupMonthTable } from "./measure/rollup-month.entity.js";
import { seriesTable } from "./measure/series.entity.js";
import { partnerTable } from "./partner/partner.entity.js";
import { programVersionTable } from "./program/program-version.entity.js";
import { exchangeRateTable } from "./rate/exchange-rate.entity.js";
import { tierMirrorTable } from "./tier-mirror/tier-mirror.entity.js";
import { tierPeriodTable } from "./tier-mirror/tier-period.entity.js";
import { waitingFactTable } from "./waiting/waiting-fact.entity.js";

/** All tables of this service: what its entity manager writes, and what the migrated database is held against. */
export const TABLES: readonly AnyTable[] = [
  adjustmentTable,
  ownedCustomerTable,
  duplicateGroupTable,
  duplicateTable,
  exportPartTable,
  exportTable,
  savedQueryTable,
  factKeyTable,
  factTable,
  rollupDayTable,
  rollupMonthTable,
  seriesTable,
  partnerTable,
  programVersionTable,
  exchangeRateTable,
  tierMirrorTable,
  tierPeriodTable,
  waitingFactTable,
];
