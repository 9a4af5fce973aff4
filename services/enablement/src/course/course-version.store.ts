import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf } from "@tiergraph/kit/database/table";
import { courseVersionTable } from "./course-version.entity.js";
import type { CourseVersion } from "./course-version.js";

export const listCourseVersions = (db: Queryable, courses: readonly string[]): Promise<CourseVersion[]> =>
  db.many(
    "course-version.list",
    rowOf(courseVersionTable),
    `select course, version, from_on as "fromOn", recertify_days as "recertifyDays" from enablement.course_version
     where course = any($1) order by course, version`,
    [courses],
  );

export const addCourseVersions = (db: Queryable, versions: readonly CourseVersion[]): Promise<void> =>
  db.run(
    "course-version.add",
    `insert into enablement.course_version (course, version, from_on, recertify_days)
     select * from jsonb_to_recordset($1::jsonb) as row (course text, version integer, "fromOn" date, "recertifyDays" integer)`,
    [JSON.stringify(versions)],
  );

/** While completions are recorded, no version of a course begins: what one gives would not be found by what ends it. */
export const holdVersions = (db: Queryable): Promise<void> => lockShared(db, "enablement.course-versions");

/** Waits for completions that are being recorded; those that come later find the versions of this transaction. */
export const changeVersions = (db: Queryable): Promise<void> => lock(db, "enablement.course-versions");
