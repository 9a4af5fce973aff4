import type { Viewer } from "../identity/viewer.js";
import { refuse } from "../subgraph/refuse.js";
import { type Cursors, MAX_PAGE_SIZE } from "./cursor.js";

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** One page of a list, as the graph's connections have it. */
export interface Page<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly nodes: Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PagedList<Row, Node> {
  /** Names the list in its cursors. */
  readonly list: string;
  readonly request: PageRequest;
  /** Reads `limit` rows after the position, in the list's order; from its start where the position is null. */
  readonly read: (position: string[] | null, limit: number) => Promise<Row[]>;
  /** What the order goes by, the unique tie-breaker last. */
  readonly positionOf: (row: Row) => string[];
  readonly nodeOf: (row: Row) => Node;
}

/**
 * Reads one page. One row more than asked for shows whether there is another page, so that nothing is counted.
 *
 * @throws BAD_USER_INPUT when `first` is not 1 to 100; INVALID_CURSOR when `after` is not this viewer's cursor here
 */
export async function readPage<Row, Node>(
  cursors: Cursors,
  viewer: Viewer,
  paged: PagedList<Row, Node>,
): Promise<Page<Node>> {
  const { first, after } = paged.request;
  if (first < 1 || first > MAX_PAGE_SIZE) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_PAGE_SIZE}.`);
  const position = after == null ? null : cursors.open(viewer, paged.list, after);
  if (after != null && position === null) refuse("INVALID_CURSOR", "`after` is not a cursor of this list.");
  const rows = await paged.read(position, first + 1);
  // Signing costs more than reading a row: cursors are made where they are asked for.
  const edges = rows.slice(0, first).map((row) => ({
    get cursor() {
      return cursors.sign(viewer, paged.list, paged.positionOf(row));
    },
    node: paged.nodeOf(row),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
