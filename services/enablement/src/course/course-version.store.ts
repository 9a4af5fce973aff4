import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { listByIds } from "@tiergraph/kit/database/table-reads";
import { addAll } from "@tiergraph/kit/database/table-writes";
import { courseVersionTable } from "./course-version.entity.js";

export const listCourseVersions = listByIds("course-version.list", courseVersionTable, "course", {
  orderBy: ["course", "version"],
});

export const addCourseVersions = addAll("course-version.add", courseVersionTable);

/** While completions are recorded, no version of a course begins: what one gives would not be found by what ends it. */
export const holdVersions = (db: Queryable): Promise<void> => lockShared(db, "enablement.course-versions");

/** Waits for completions that are being recorded; those that come later find the versions of this transaction. */
export const changeVersions = (db: Queryable): Promise<void> => lock(db, "enablement.course-versions");
