import { Migration } from "@mikro-orm/migrations";

/** When a fact was told last: news of its partner from before that moment, which come later, settle it anew. */
export class Migration0008 extends Migration {
  override up(): void {
    this.addSql(`
      alter table benefits.paying_fact add column told_at timestamptz;`);
  }
}
