import { Migration } from "@mikro-orm/migrations";
import { announceChangeFunction, watched } from "@tiergraph/kit/database/migration-sql";

/** Changes of programs are announced, so that each process may keep what it read of them. */
export class Migration0006 extends Migration {
  override up(): void {
    this.addSql(`${announceChangeFunction("partners")}
      ${watched("partners", "program_version")}
      ${watched("partners", "program_start")}`);
  }
}
