import { Migration } from "@mikro-orm/migrations";
import { announceChangeFunction, watched } from "@tiergraph/kit/database/migration-sql";

/** Changes of programs, series and adjustments are announced, so that each process may keep what it read of them. */
export class Migration0011 extends Migration {
  override up(): void {
    this.addSql(`${announceChangeFunction("metrics")}
      ${watched("metrics", "program_version")}
      ${watched("metrics", "series")}
      ${watched("metrics", "adjustment")}`);
  }
}
