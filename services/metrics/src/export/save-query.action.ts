import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { fromStart } from "@tiergraph/kit/paging/page";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isQueryName, MAX_SAVED_QUERIES, MAX_SOURCE_CHARACTERS, variablesOf } from "./export.js";
import { type RemovalRefusal, removalRefusals, type SavingRefusal, savingRefusals } from "./export.refusals.js";
import { lockExportsOf, putSavedQuery, removeSavedQuery as removeIn, savedQueryList } from "./export.store.js";
import type { SavedQueryRow } from "./saved-query.entity.js";

type QuerySaved = { readonly kind: "QuerySaved"; readonly saved: SavedQueryRow } | SavingRefusal;

/** Keeps a query under a name of the viewer's own; the name with another query replaces it. */
export const saveQuery =
  (db: Database, clock: Clock) =>
  async (
    viewer: Viewer,
    { name, source, variables }: Pick<SavedQueryRow, "name" | "source" | "variables">,
  ): Promise<QuerySaved> => {
    if (!isQueryName(name)) return savingRefusals.NameInvalid();
    if (source.length > MAX_SOURCE_CHARACTERS) return savingRefusals.SourceInvalid();
    if (variablesOf(variables) === null) return savingRefusals.VariablesInvalid();
    return db.transact(viewer, async (tx) => {
      await lockExportsOf(tx, viewer);
      const known = await savedQueryList.of(tx, viewer).read(fromStart(MAX_SAVED_QUERIES));
      if (known.length >= MAX_SAVED_QUERIES && known.every((query) => query.name !== name))
        return savingRefusals.TooMany();
      const saved = { name, source, variables, savedAt: clock.now() };
      await putSavedQuery(tx, viewer, saved);
      return { kind: "QuerySaved", saved };
    });
  };

type QueryRemoved = { readonly kind: "QueryRemoved"; readonly name: string } | RemovalRefusal;

/** Exports of it stay. */
export const removeSavedQuery =
  (db: Database) =>
  (viewer: Viewer, { name }: { name: string }): Promise<QueryRemoved> =>
    db.transact(viewer, async (tx) =>
      (await removeIn(tx, viewer, name)).length > 0 ? { kind: "QueryRemoved", name } : removalRefusals.QueryUnknown(),
    );
