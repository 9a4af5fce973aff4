import { Migration } from "@mikro-orm/migrations";
import { appendOnly, partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** People of the vendor who look after partners, and who stands in for whom. */
export class Migration0005 extends Migration {
  override up(): void {
    this.addSql(`
      create table enablement.manager (
        manager_id uuid primary key,
        code text not null unique,
        role text not null check (role in ('success-manager', 'technical-account-manager')),
        name text not null,
        email text,
        -- Names of tiers, and regions, that it looks after; all of them where there are none.
        tiers text[] not null,
        regions text[] not null,
        capacity integer not null check (capacity > 0),
        is_active boolean not null
      );
      create table enablement.absence (
        manager_id uuid not null references enablement.manager (manager_id),
        from_on date not null,
        until_on date not null check (until_on >= from_on),
        stand_in_id uuid references enablement.manager (manager_id) check (stand_in_id <> manager_id),
        primary key (manager_id, from_on)
      );`);
    this.addSql(sharedTable("enablement", "manager", ["select", "insert", "update"]));
    this.addSql(sharedTable("enablement", "absence", ["select", "insert", "update", "delete"]));

    this.addSql(`
      create table enablement.assignment (
        partner_id uuid not null,
        role text not null,
        -- Null where the tier promises one and nobody has room.
        manager_id uuid references enablement.manager (manager_id),
        since timestamptz not null,
        primary key (partner_id, role)
      );
      create index assignment_of_manager on enablement.assignment (manager_id);
      create table enablement.assignment_change (
        partner_id uuid not null,
        change_id uuid not null,
        role text not null,
        manager_id uuid,
        because text not null,
        changed_at timestamptz not null,
        changed_by text not null,
        primary key (partner_id, change_id)
      );`);
    this.addSql(partnerTable("enablement", "assignment", ["select", "insert", "update", "delete"]));
    this.addSql(partnerTable("enablement", "assignment_change", ["select", "insert"]));
    this.addSql(appendOnly("enablement", "assignment_change"));
  }
}
