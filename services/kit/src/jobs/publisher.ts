import type { Transaction } from "../database/database.js";
import type { ServiceName } from "../database/provision.js";
import type { Clock } from "../process/clock.js";
import { newId } from "../values/ids.js";
import { queueSchemaOf } from "./provision-jobs.js";

/** Publishes an event to all its subscribers once the transaction has committed, and never where it has not. */
export type Publish<Bodies> = <Name extends keyof Bodies & string>(
  tx: Transaction,
  name: Name,
  body: Bodies[Name],
) => Promise<void>;

/**
 * Adds one job per subscriber, in the transaction of the change itself.
 *
 * @param later events that are handled once no other waits
 */
export const publisher =
  <Bodies>(
    subscribers: Readonly<Record<keyof Bodies & string, readonly ServiceName[]>>,
    clock: Clock,
    later: readonly (keyof Bodies & string)[] = [],
  ): Publish<Bodies> =>
  async (tx, name, body) => {
    const event = { name, version: 1, id: newId(), at: clock.now().toISOString(), ...body };
    const services = subscribers[name];
    if (services.length === 0) return;
    const publish = later.includes(name) ? "publish_later" : "publish";
    const calls = services.map((service) => `${queueSchemaOf(service)}.${publish}($1, $2::json)`);
    await tx.run(`kit.${publish.replace("_", "-")}-to-${services.join("-")}`, `select ${calls.join(", ")}`, [
      name,
      JSON.stringify(event),
    ]);
  };
