import { Migration } from "@mikro-orm/migrations";
import { auditLog } from "@tiergraph/kit/database/migration-sql";

/** What was asked to be changed, by whom, and how it ended. */
export class Migration0011 extends Migration {
  override async up(): Promise<void> {
    this.addSql(auditLog("enablement"));
  }
}
