import type { SavedQueryRow } from "./export.store.js";

export const savedQueryOf = (row: SavedQueryRow) => ({ ...row });
