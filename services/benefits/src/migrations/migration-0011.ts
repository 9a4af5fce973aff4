import { Migration } from "@mikro-orm/migrations";
import { announceChangeFunction, watched } from "@tiergraph/kit/database/migration-sql";

/** Changes of programs are announced, so that each process may keep what it read of them. */
export class Migration0011 extends Migration {
  override up(): void {
    this.addSql(`${announceChangeFunction("benefits")}
      ${watched("benefits", "program_version")}`);
  }
}
