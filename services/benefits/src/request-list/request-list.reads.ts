import type { Direction } from "@tiergraph/kit/paging/chosen-listing";
import type { Listing } from "@tiergraph/kit/paging/listing";
import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { daysAsked, valuesAsked } from "@tiergraph/kit/paging/read-filter";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { isUuid } from "@tiergraph/kit/values/ids";
import { policy } from "../policy.js";
import type { RequestsQuery } from "./request-list.store.js";

/** What a viewer asks of requests; null or left out asks nothing. */
export interface RequestsWanted<Order extends string> extends PageRequest {
  readonly filter?: {
    readonly partnerIds?: readonly string[] | null;
    readonly states?: readonly string[] | null;
    readonly requested?: { readonly from?: string | null; readonly until?: string | null } | null;
  } | null;
  readonly orderBy?: { readonly by: Order; readonly direction: Direction } | null;
}

/** What lists are ordered by. */
export type OrderOf<Lists> = Extract<keyof Lists, string>;

interface Listed<Order extends string, Row, Node> {
  /** Of what; cursors of one list serve no other. */
  readonly list: string;
  readonly lists: Readonly<Record<Order | "REQUESTED", Readonly<Record<Direction, Listing<RequestsQuery, Row>>>>>;
  readonly nodeOf: (row: Row) => Node;
}

/** How requests of every kind are listed: those of one partner, or of all partners of whom the viewer reads them. */
export function readRequests<Order extends string, Row, Node>(
  { reader, viewer, cursors }: Pick<ReadParts, "reader" | "viewer" | "cursors">,
  { filter, orderBy, ...request }: RequestsWanted<Order | "REQUESTED">,
  { list, lists, nodeOf, partnerId = null }: Listed<Order, Row, Node> & { readonly partnerId?: string | null },
) {
  const asked = filter ?? {};
  const { by, direction } = orderBy ?? ({ by: "REQUESTED", direction: "DESC" } as const);
  const query = queryOf(asked, partnerId, viewer.partnerIds);
  return readPage(cursors, viewer, {
    list: `${list}:${partnerId ?? "all"}:${JSON.stringify([asked, by, direction])}`,
    request,
    rows: policy.permits(viewer, "read rewards") ? lists[by][direction].of(reader, query) : noRows<Row>(),
    nodeOf,
  });
}

function queryOf(
  { partnerIds, states, requested }: NonNullable<RequestsWanted<string>["filter"]>,
  partnerId: string | null,
  own: readonly string[] | "all",
): RequestsQuery {
  const isOwn = (id: string) => isUuid(id) && (own === "all" || own.includes(id));
  const among = valuesAsked("partnerIds", partnerIds)?.filter(isOwn) ?? (own === "all" ? null : own);
  // One partner's requests stand together in an index, in their order.
  const isOne = partnerId === null && among?.length === 1;
  return {
    partnerId: isOne ? (among[0] ?? null) : partnerId,
    partnerIds: isOne ? null : among,
    // A state may be named as often as a request has room for.
    states: states == null ? null : [...new Set(states)],
    ...daysAsked("requested", requested),
  };
}
