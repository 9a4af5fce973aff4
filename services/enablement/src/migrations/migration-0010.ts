import { Migration } from "@mikro-orm/migrations";
import { watched } from "@tiergraph/kit/database/migration-sql";

/** Changes of assessments are announced, so that each process may keep what it read of them. */
export class Migration0010 extends Migration {
  override up(): void {
    this.addSql(watched("enablement", "assessment"));
  }
}
