import { roleOf, type ServiceName } from "./provision.js";

type Privilege = "select" | "insert" | "update" | "delete";

/**
 * What makes a table private to its partners: row-level security by `tiergraph.scope`, forced upon its owner too, and
 * just the named privileges for the service's runtime role. An unset scope shows no row. The scope is read once a
 * statement (a sub-select), not once a row.
 *
 * @param partnerColumn the column that holds the partner's id, part of the primary key
 */
export function partnerTable(
  service: ServiceName,
  table: string,
  privileges: readonly Privilege[],
  partnerColumn = "partner_id",
): string {
  const visible = `(select current_setting('tiergraph.scope', true)) = '*' or ${partnerColumn} = any (
    (select string_to_array(nullif(nullif(current_setting('tiergraph.scope', true), ''), '*'), ','))::uuid[])`;
  return `
    alter table ${service}.${table} enable row level security;
    alter table ${service}.${table} force row level security;
    create policy partner_scope on ${service}.${table} using (${visible}) with check (${visible});
    ${grant(service, table, privileges)}`;
}

/** A table without partner data: privileges for the service's runtime role, nothing else. */
export const sharedTable = (service: ServiceName, table: string, privileges: readonly Privilege[]): string =>
  grant(service, table, privileges);

/** The table of `liveEventTable`, private to its partners. */
export const liveEvents = (service: ServiceName): string => `
    create table ${service}.live_event (
      partner_id uuid not null,
      position bigint not null,
      type text not null,
      is_withheld boolean not null,
      recorded_at timestamptz not null,
      constraint live_event_pkey primary key (partner_id, position, type)
    );
    create index live_event_position on ${service}.live_event (position, partner_id, type);
    ${partnerTable(service, "live_event", ["select", "insert", "delete"])}`;

/**
 * The tables of `auditEntryTable` and `auditSealTable`: written by everybody's actions, read by who sees all partners,
 * changed by nobody.
 */
export const auditLog = (service: ServiceName): string => `
    create table ${service}.audit_entry (
      entry_id uuid not null,
      recorded_at timestamptz not null,
      request_id text not null,
      role text not null,
      subject text not null,
      address text null,
      action text not null,
      outcome text not null,
      code text null,
      partner_id uuid null,
      object_id text null,
      input text not null,
      constraint audit_entry_pkey primary key (entry_id),
      constraint audit_entry_outcome_check check (outcome in ('DONE', 'REFUSED', 'FAILED'))
    );
    create index audit_entry_in_order on ${service}.audit_entry (recorded_at, entry_id);
    create index audit_entry_by_partner on ${service}.audit_entry (partner_id, recorded_at, entry_id);
    create index audit_entry_by_subject on ${service}.audit_entry (subject, recorded_at, entry_id);
    create index audit_entry_by_object on ${service}.audit_entry (object_id, recorded_at, entry_id);
    alter table ${service}.audit_entry enable row level security;
    alter table ${service}.audit_entry force row level security;
    create policy audit_written on ${service}.audit_entry for insert with check (true);
    create policy audit_read on ${service}.audit_entry for select
      using ((select current_setting('tiergraph.scope', true)) = '*');
    ${grant(service, "audit_entry", ["select", "insert"])}
    ${appendOnly(service, "audit_entry")}
    create table ${service}.audit_seal (
      sequence integer not null,
      sealed_at timestamptz not null,
      until_at timestamptz not null,
      until_id uuid not null,
      entries integer not null,
      hash text not null,
      constraint audit_seal_pkey primary key (sequence)
    );
    ${grant(service, "audit_seal", ["select", "insert"])}
    ${appendOnly(service, "audit_seal")}`;

/** Refuses UPDATE and DELETE to everyone, the owner included: what is written there is corrected by a new entry. */
export const appendOnly = (service: ServiceName, table: string): string => `
    create trigger append_only before update or delete on ${service}.${table}
      for each row execute function ${service}.refuse_change();`;

export const refuseChangeFunction = (service: ServiceName): string => `
    create function ${service}.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: correct it with a new entry', tg_table_name using errcode = 'restrict_violation';
    end $$;`;

/** Channel on which a service's processes learn that one of its watched tables changed. */
export const channelOf = (service: ServiceName): string => `tiergraph.${service}`;

/** What `watched` calls. */
export const announceChangeFunction = (service: ServiceName): string => `
    create function ${service}.announce_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('${channelOf(service)}', '');
      return null;
    end $$;`;

/** Announces each change of a table at its commit: processes keep what they read of it until then, see `keptRead`. */
export const watched = (service: ServiceName, table: string): string => `
    create trigger announce_change after insert or update or delete or truncate on ${service}.${table}
      for each statement execute function ${service}.announce_change();`;

const grant = (service: ServiceName, table: string, privileges: readonly Privilege[]): string =>
  `grant ${privileges.join(", ")} on ${service}.${table} to ${roleOf(service)};`;
