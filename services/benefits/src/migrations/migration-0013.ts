import { Migration } from "@mikro-orm/migrations";

/** What partners ask for is listed for all partners, newest first */
export class Migration0013 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(`
      create index benefit_claim_by_id on benefits.benefit_claim (claim_id);`);
    this.addSql(`
      create index deal_registration_by_id on benefits.deal_registration (registration_id);`);
    this.addSql(`
      create index fund_request_by_id on benefits.fund_request (request_id);`);
    this.addSql(`
      create index redemption_by_id on benefits.redemption (redemption_id);`);
  }
}
