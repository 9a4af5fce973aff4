import { Migration } from "@mikro-orm/migrations";

/** The claim of a fund's money names who made it: a second person decides it */
export class Migration0014 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(`
      alter table benefits.fund_request add column claimed_by text null;`);
  }
}
