import type { EventHandler } from "./worker.js";

interface EventSchema {
  parse(given: unknown): unknown;
}
/** Handlers by the event's name. Each takes the event that its schema reads, as `HandlersOf` of the schema package says. */
type Handlers = Readonly<Record<string, (event: never) => Promise<void>>>;

/** Handlers of typed events as jobs: what a job carries is checked before it is handled. */
export const subscribe = <Name extends string>(
  schemas: Readonly<Record<Name, EventSchema>>,
  handlers: Handlers & Readonly<Partial<Record<Name, unknown>>>,
): Record<string, EventHandler> =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      // Of the schema of the same name, whose result the handler takes.
      (given: unknown) => handle(schemas[name as Name].parse(given) as never),
    ]),
  );
