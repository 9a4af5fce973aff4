import { Migration } from "@mikro-orm/migrations";
import { liveEvents } from "@tiergraph/kit/database/migration-sql";

/** What clients that follow partners are notified of, for a day. */
export class Migration0012 extends Migration {
  override async up(): Promise<void> {
    this.addSql(liveEvents("benefits"));
  }
}
