import type { EventHandler } from "./worker.js";

interface EventSchema<Event> {
  parse(given: unknown): Event;
}

/** Handlers of typed events: what a job carries is checked before it is handled. */
export const subscribe = <Schemas extends Record<string, EventSchema<unknown>>, Name extends keyof Schemas & string>(
  schemas: Schemas,
  handlers: { readonly [N in Name]: (event: ReturnType<Schemas[N]["parse"]>) => Promise<void> },
): Record<Name, EventHandler> =>
  Object.fromEntries(
    (Object.keys(handlers) as Name[]).map((name) => [
      name,
      // The schema's own result type, which the index signature widens.
      (given: unknown) => handlers[name](schemas[name]?.parse(given) as ReturnType<Schemas[Name]["parse"]>),
    ]),
  ) as Record<Name, EventHandler>;
