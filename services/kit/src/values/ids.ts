import { v7 } from "uuid";

/** A new identifier: a UUID of version 7, so that rows made together lie together. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);

/** What a partner owns is found by the partner and its own id: the address by which tables are keyed and spread. */
export interface OwnedId {
  readonly partnerId: string;
  readonly id: string;
}

/** The opaque public id of something that a partner owns: both UUIDs, as 43 characters of base64url. */
export const encodeOwnedId = ({ partnerId, id }: OwnedId): string =>
  Buffer.from((partnerId + id).replaceAll("-", ""), "hex").toString("base64url");

/** Null for whatever `encodeOwnedId` did not make. */
export function decodeOwnedId(text: string): OwnedId | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const hex = Buffer.from(text, "base64url").toString("hex");
  const owned = { partnerId: uuidOf(hex.slice(0, 32)), id: uuidOf(hex.slice(32)) };
  // The last character carries four bits that decoding ignores; only one spelling of an id is an id.
  return encodeOwnedId(owned) === text ? owned : null;
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
