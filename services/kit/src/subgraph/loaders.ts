import DataLoader from "dataloader";
import { groupBy } from "../values/group-by.js";
import { decodeOwnedId, type OwnedId } from "../values/ids.js";

/** Loads at most one row a key: all keys of one tick in one statement. */
export const loaderOfOne = <Key, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOfRow: (row: Row) => string,
  keyText: (key: Key) => string,
): DataLoader<Key, Row | null, string> =>
  new DataLoader(
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOfRow(row), row]));
      return keys.map((key) => rows.get(keyText(key)) ?? null);
    },
    { cacheKeyFn: keyText },
  );

/** Loads all rows of a key, in the order of the statement. */
export const loaderOfMany = <Key, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOfRow: (row: Row) => string,
  keyText: (key: Key) => string,
): DataLoader<Key, Row[], string> =>
  new DataLoader(
    async (keys) => {
      const rows = groupBy(await read(keys), keyOfRow);
      return keys.map((key) => rows.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );

/** What partners own, by its public id: of partners that the viewer may read, null for any other. */
export const loaderOfOwned = <Node extends { readonly id: string }>(
  mayRead: (partnerId: string) => boolean,
  find: (keys: readonly OwnedId[]) => Promise<readonly Node[]>,
): DataLoader<string, Node | null, string> =>
  loaderOfOne(
    (ids: readonly string[]) => {
      const keys = ids.flatMap((id) => decodeOwnedId(id) ?? []).filter(({ partnerId }) => mayRead(partnerId));
      return keys.length === 0 ? Promise.resolve([]) : find(keys);
    },
    ({ id }) => id,
    (id: string) => id,
  );
