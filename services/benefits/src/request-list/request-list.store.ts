import { rowOf, select, type Table } from "@tiergraph/kit/database/table";
import { columnOf, type NameOf } from "@tiergraph/kit/database/table-sql";
import { type Condition, conditionsOf, inBothDirections } from "@tiergraph/kit/paging/chosen-listing";
import { by, type OrderedBy } from "@tiergraph/kit/paging/listing";

/** What a partner asks for and a person may decide: every such row says whose it is, how far it is, and when it was asked for. */
interface RequestRow {
  readonly partnerId: string;
  readonly state: string;
  readonly requestedAt: Date;
}

/** Which requests; each null asks nothing. */
export interface RequestsQuery {
  readonly partnerId: string | null;
  /** Of one of several. */
  readonly partnerIds: readonly string[] | null;
  readonly states: readonly string[] | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** By each of these an index finds requests. */
const BY_INDEX: readonly Condition<RequestsQuery>[] = [
  { type: "uuid", asked: ({ partnerId }) => partnerId, holds: (id) => `partner_id = ${id}` },
  { type: "uuid[]", asked: ({ partnerIds }) => partnerIds, holds: (ids) => `partner_id = any (${ids})` },
  { type: "text[]", asked: ({ states }) => states, holds: (states) => `state = any (${states})` },
];
const OTHERS: readonly Condition<RequestsQuery>[] = [
  { type: "date", asked: ({ from }) => from, holds: (from) => `requested_at >= ${from}` },
  { type: "date", asked: ({ until }) => until, holds: (until) => `requested_at < ${until}` },
];
const { where, values } = conditionsOf({ byIndex: BY_INDEX, others: OTHERS });

/** A day that some requests have, the latest for those without one. */
export const dayOrNever = <R extends object>(table: Table<R>, day: NameOf<R>): OrderedBy<R> => ({
  column: `coalesce(${columnOf(table, day).name}, 'infinity'::date)`,
  type: "date",
  isDescending: false,
  valueIn: (row) => row[day] ?? "infinity",
});

/**
 * Requests of one kind, of one partner or of several, by when they were asked for, and by a day of theirs.
 *
 * @param id of a request, which is younger the later it was asked for
 */
export function requestLists<R extends RequestRow, Order extends string>(
  name: string,
  table: Table<R>,
  { id, orders }: { readonly id: NameOf<R>; readonly orders: Readonly<Record<Order, readonly OrderedBy<R>[]>> },
) {
  const listed = { shape: rowOf(table), select: select(table), from: table.name, where, values };
  const inOrder = (words: string, first: readonly OrderedBy<R>[]) =>
    inBothDirections<RequestsQuery, R>(`${name}${words}`, { ...listed, orderBy: [...first, ...by(table, [id])] });
  const byOrder = Object.entries<readonly OrderedBy<R>[]>(orders).map(
    ([order, first]) => [order, inOrder(`-by-${order.toLowerCase().replaceAll("_", "-")}`, first)] as const,
  );
  type Lists = ReturnType<typeof inOrder>;
  return { REQUESTED: inOrder("", []), ...(Object.fromEntries(byOrder) as Record<Order, Lists>) }; // One list an order.
}
