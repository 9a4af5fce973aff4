import type { Queryable } from "@tiergraph/kit/database/database";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { findBy } from "@tiergraph/kit/database/table-reads";
import { addMissing, addNext, updateBy } from "@tiergraph/kit/database/table-writes";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { contentTable } from "./content.entity.js";
import { type ContentKind, contentVersionTable } from "./content-version.entity.js";

/** `publishedVersion` is the version that partners read; null while none is published. */
const contentRowShape = both(rowOf(contentVersionTable), rowOf(contentTable, { only: ["publishedVersion"] }));
export type ContentRow = RowIn<typeof contentRowShape>;

const COLUMNS = `${select(contentVersionTable, { without: ["freshUntil"], alias: "content_version" })},
  published_version as "publishedVersion",
  case when published_version = version then content.fresh_until else content_version.fresh_until end as "freshUntil"`;

const PUBLISHED = `enablement.content_version
  join enablement.content on content.name = content_version.name and published_version = version`;

/** The readers of a list: partners of which at least one may read a piece, or null for a viewer that reads all. */
interface Readers {
  readonly partnerIds: readonly string[] | null;
}
const MAY_READ = (partners: string) => `(${partners}::uuid[] is null or exists (
  select from enablement.partner
  where partner_id = any(${partners}) and (content_version.tiers = '{}' or tier = any(content_version.tiers))
    and (content_version.tracks = '{}' or partner.tracks && content_version.tracks)))`;

export const addContentVersion = addNext("content.add-version", contentVersionTable, { of: "name", number: "version" });

/** A piece that is new is known from then on. */
export const addContents = addMissing("content.add", partOf(contentTable, { without: ["publishedVersion"] }));

/** Until when a piece is known to be right, and who says so. */
export const putFreshness = updateBy("content.put-freshness", contentTable, {
  by: ["name"],
  set: ["freshUntil", "confirmedAt", "confirmedBy"],
});

/** One writing of a piece at a time. */
export const lockContent = findBy("content.lock", contentTable, ["name"], { lock: "no key" });

export const putPublished = updateBy("content.put-published", contentTable, {
  by: ["name"],
  set: ["publishedVersion"],
});

export const findVersion = (db: Queryable, name: string, version: number): Promise<ContentRow[]> =>
  db.many(
    "content.find-version",
    contentRowShape,
    `select ${COLUMNS} from enablement.content_version join enablement.content on content.name = content_version.name
     where content_version.name = $1 and version = $2`,
    [name, version],
  );

export interface ContentFilter extends Readers {
  readonly kind: ContentKind | null;
  readonly role: string | null;
  readonly maturity: string | null;
  readonly motion: string | null;
}

/** Published pieces that a reader may see, by title. What fits a role or maturity is what is for it or for all. */
export const contentList = listing("content.list-published", {
  shape: contentRowShape,
  select: COLUMNS,
  from: PUBLISHED,
  where: [
    MAY_READ("$1"),
    "($2::text is null or kind = $2)",
    "($3::text is null or role is null or role = $3)",
    "($4::text is null or maturities = '{}' or $4 = any(maturities))",
    "($5::text is null or motion is null or motion = $5)",
  ],
  values: ({ partnerIds, kind, role, maturity, motion }: ContentFilter) => [partnerIds, kind, role, maturity, motion],
  orderBy: by(contentVersionTable, ["title", "name"], "content_version"),
});

/** Published pieces by name, those that a reader may see. */
export const findPublished = (
  db: Queryable,
  names: readonly string[],
  { partnerIds }: Readers,
): Promise<ContentRow[]> =>
  db.many(
    "content.find-published",
    contentRowShape,
    `select ${COLUMNS} from ${PUBLISHED}
     where content_version.name = any($1) and ${MAY_READ("$2")}`,
    [names, partnerIds],
  );

/** Published pieces that were fresh until a day before, the longest stale first. */
export const staleList = listing("content.list-stale", {
  shape: contentRowShape,
  select: COLUMNS,
  from: PUBLISHED,
  where: ["content.fresh_until < $1"],
  values: (today: string) => [today],
  orderBy: [
    ...by(contentVersionTable, ["freshUntil"], "content"),
    ...by(contentVersionTable, ["name"], "content_version"),
  ],
});

/** The last version of each piece that is not what is published, newest first. */
export const listDrafts = (db: Queryable, limit: number): Promise<ContentRow[]> =>
  db.many(
    "content.list-drafts",
    contentRowShape,
    `select ${COLUMNS} from enablement.content_version join enablement.content on content.name = content_version.name
     where version > coalesce(published_version, 0)
       and version = (select max(version) from enablement.content_version as any_version
         where any_version.name = content_version.name)
     order by written_at desc, content_version.name limit $1`,
    [limit],
  );

interface ReadingRow {
  readonly partnerId: string;
  readonly name: string;
  readonly subject: string;
  readonly on: string;
  /** Null where it only reads. */
  readonly isUseful: boolean | null;
}

/** Counts a reading, or keeps a vote; a person who votes has read it at least once. */
export const putReading = (db: Queryable, row: ReadingRow): Promise<void> =>
  db.run(
    "content.put-reading",
    `insert into enablement.content_reading as known (partner_id, name, subject, times, last_read_on, is_useful)
     values ($1, $2, $3, 1, $4, $5)
     on conflict (partner_id, name, subject) do update set
       times = known.times + case when excluded.is_useful is null then 1 else 0 end,
       last_read_on = excluded.last_read_on, is_useful = coalesce(excluded.is_useful, known.is_useful)`,
    [row.partnerId, row.name, row.subject, row.on, row.isUseful],
  );

const useShape = z.object({
  name: z.string(),
  reads: z.int(),
  readers: z.int(),
  useful: z.int(),
  notUseful: z.int(),
});

/** How often pieces are read, and how many people they helped. */
export const countUse = (db: Queryable, names: readonly string[]): Promise<RowIn<typeof useShape>[]> =>
  db.many(
    "content.count-use",
    useShape,
    `select name, sum(times)::integer as reads, count(*)::integer as readers,
       count(*) filter (where is_useful)::integer as useful, count(*) filter (where not is_useful)::integer as "notUseful"
     from enablement.content_reading where name = any($1) group by name`,
    [names],
  );
