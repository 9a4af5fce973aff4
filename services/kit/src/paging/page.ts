import type { Viewer } from "../identity/viewer.js";
import { refuse } from "../subgraph/refuse.js";
import { type Cursors, MAX_PAGE_SIZE } from "./cursor.js";

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** One page of a list, as the graph's connections have it. */
export interface Page<Node> {
  readonly edges: Edge<Node>[];
  readonly nodes: Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page as it was read. */
export interface PageRead<Node> extends Page<Node> {
  /** The same page with other nodes for the same rows. */
  with<Other>(nodes: Other[]): PageRead<Other>;
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
): Promise<PageRead<Node>> {
  const { first, after } = paged.request;
  if (first < 1 || first > MAX_PAGE_SIZE) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_PAGE_SIZE}.`);
  const position = after == null ? null : cursors.open(viewer, paged.list, after);
  if (after != null && position === null) refuse("INVALID_CURSOR", "`after` is not a cursor of this list.");
  const rows = await paged.read(position, first + 1);
  const cursorAt = (i: number) => cursors.sign(viewer, paged.list, paged.positionOf(rows[i] as Row));
  return new PageOfRows(rows.slice(0, first).map(paged.nodeOf), { hasNextPage: rows.length > first, cursorAt });
}

interface Place {
  readonly hasNextPage: boolean;
  readonly cursorAt: (i: number) => string;
}

/**
 * Cursors are made where they are asked for: signing one costs more than reading a row. They are accessors of classes,
 * since each accessor of a literal gives its object a hidden class of its own, which stays until a whole collection.
 */
class PageOfRows<Node> implements PageRead<Node> {
  readonly nodes: Node[];
  readonly #place: Place;

  constructor(nodes: Node[], place: Place) {
    this.nodes = nodes;
    this.#place = place;
  }
  get edges(): Edge<Node>[] {
    return this.nodes.map((node, i) => new EdgeOfRow(node, i, this.#place));
  }
  get pageInfo() {
    return new EndOfPage(this.nodes.length, this.#place);
  }
  with<Other>(nodes: Other[]): PageOfRows<Other> {
    return new PageOfRows(nodes, this.#place);
  }
}

class EdgeOfRow<Node> implements Edge<Node> {
  readonly node: Node;
  readonly #index: number;
  readonly #place: Place;

  constructor(node: Node, index: number, place: Place) {
    this.node = node;
    this.#index = index;
    this.#place = place;
  }
  get cursor(): string {
    return this.#place.cursorAt(this.#index);
  }
}

class EndOfPage {
  readonly hasNextPage: boolean;
  readonly #length: number;
  readonly #place: Place;

  constructor(length: number, place: Place) {
    this.hasNextPage = place.hasNextPage;
    this.#length = length;
    this.#place = place;
  }
  get endCursor(): string | null {
    return this.#length === 0 ? null : this.#place.cursorAt(this.#length - 1);
  }
}
