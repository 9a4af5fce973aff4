import { z } from "zod";
import type { Transaction } from "../database/database.js";
import { roleOf, type ServiceName } from "../database/provision.js";

/** For a service's first migration: which events it has handled. */
export const handledEventTable = (service: ServiceName): string => `
    create table ${service}.handled_event (
      event_id uuid primary key,
      name text not null,
      handled_at timestamptz not null default now()
    );
    grant select, insert on ${service}.handled_event to ${roleOf(service)};`;

/** True for the first delivery of an event to the service; to be asked first in the transaction of its effect. */
export async function isFirstDelivery(
  tx: Transaction,
  service: ServiceName,
  event: { id: string; name: string },
): Promise<boolean> {
  const noted = await tx.many(
    "kit.note-handled-event",
    z.object({ event_id: z.string() }),
    `insert into ${service}.handled_event (event_id, name) values ($1, $2) on conflict (event_id) do nothing returning event_id`,
    [event.id, event.name],
  );
  return noted.length > 0;
}
