/** How long events can be asked for after they happened. */
export const KEPT_MS = 24 * 60 * 60 * 1_000;

/** A place between two events: after this one, which need not be there any more. */
export interface LivePosition {
  /** Of a transaction. */
  readonly position: bigint;
  readonly partnerId: string;
  readonly type: string;
}

/** A place with the moment up to which all that stands before it had happened. */
export interface LivePlace extends LivePosition {
  readonly readAt: Date;
}

const LAST_PARTNER = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** After all events of a transaction. */
export const afterTransaction = (position: bigint): LivePosition => ({ position, partnerId: LAST_PARTNER, type: "" });

/** As a cursor holds it: short where it stands between two transactions. */
export function writePlace({ position, partnerId, type, readAt }: LivePlace): string[] {
  const place = [position.toString(36), Math.floor(readAt.getTime() / 1_000).toString(36)];
  return partnerId === LAST_PARTNER ? place : [...place, partnerId, type];
}

/** @param written by `writePlace` */
export function readPlace([position = "0", readAt = "0", partnerId, type = ""]: readonly string[]): LivePlace {
  const between = afterTransaction(BigInt(Number.parseInt(position, 36)));
  return {
    ...between,
    ...(partnerId !== undefined && { partnerId, type }),
    readAt: new Date(Number.parseInt(readAt, 36) * 1_000),
  };
}

/**
 * Whether all that happened after a place can still be read: the place is not too old, and was given out by this
 * database. A restored database counts its transactions from another number.
 */
export const isStillKept = (
  { position, readAt }: LivePlace,
  { horizon, now }: { readonly horizon: bigint; readonly now: Date },
): boolean => position < horizon && now.getTime() - readAt.getTime() <= KEPT_MS;
