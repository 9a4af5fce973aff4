import type { Viewer } from "../identity/viewer.js";
import { refuse } from "../subgraph/refuse.js";
import { type Cursors, MAX_PAGE_SIZE } from "./cursor.js";

/** How many a page has where neither `first` nor `last` is given. */
export const PAGE_SIZE = 20;
/** How far a list is counted. */
export const MAX_COUNTED = 10_000;

/** `first` with `after` reads forwards, `last` with `before` backwards. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** One page of a list, as the graph's connections have it. */
export interface Page<Node, More = object> {
  readonly edges: (Edge<Node> & More)[];
  readonly nodes: Node[];
  readonly pageInfo: PageInfo;
  /** How many the list has, up to `MAX_COUNTED`; counted once it is asked for. */
  readonly totalCount: Promise<number>;
  readonly isTotalCountCapped: Promise<boolean>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** Where in a list to read. */
export interface Place {
  /** The row not to be read any more; null reads from the list's start or, backwards, its end. */
  readonly position: readonly string[] | null;
  readonly limit: number;
  readonly isBackward: boolean;
}

/** The rows of one list. */
export interface ListedRows<Row> {
  /** Rows in the list's order or, backwards, in the opposite one. */
  read(place: Place): Promise<Row[]>;
  /** How many there are, or `most` where there are more. */
  count(most: number): Promise<number>;
  /** What the order goes by, the unique tie-breaker last. */
  positionOf(row: Row): readonly string[];
}

/** The first rows of a list. */
export const fromStart = (limit: number): Place => ({ position: null, limit, isBackward: false });

/** For a viewer who may see none of them. */
export const noRows = <Row>(): ListedRows<Row> => ({
  read: async () => [],
  count: async () => 0,
  positionOf: () => [],
});

interface PagedList<Row, More> {
  /** Names the list in its cursors. */
  readonly list: string;
  readonly request: PageRequest;
  readonly rows: ListedRows<Row>;
  /** What the edge of a row says besides its node. */
  readonly edgeOf?: (row: Row) => More;
}
type ToNode<Row, Node> =
  | { readonly nodeOf: (row: Row) => Node }
  | { readonly nodesOf: (rows: Row[]) => Promise<Node[]> };

/**
 * Reads one page. One row more than asked for shows whether there is another page, so that nothing is counted for it.
 *
 * @throws BAD_USER_INPUT when `first` or `last` is not 1 to 100, or both ways are asked for; INVALID_CURSOR when `after`
 *   or `before` is not this viewer's cursor here
 */
export async function readPage<Row, Node, More extends object = object>(
  cursors: Cursors,
  viewer: Viewer,
  paged: PagedList<Row, More> & ToNode<Row, Node>,
): Promise<Page<Node, More>> {
  const { isBackward, size, cursor } = wayOf(paged.request);
  const position = cursor === null ? null : cursors.open(viewer, paged.list, cursor);
  if (cursor !== null && position === null)
    refuse("INVALID_CURSOR", `\`${isBackward ? "before" : "after"}\` is not a cursor of this list.`);
  const read = await paged.rows.read({ position, limit: size + 1, isBackward });
  const hasMore = read.length > size;
  const rows = hasMore ? read.slice(0, size) : read;
  if (isBackward) rows.reverse();
  const nodes = "nodesOf" in paged ? await paged.nodesOf(rows) : rows.map(paged.nodeOf);
  return new PageOfRows<Node, More>(nodes, {
    edgeOf: paged.edgeOf === undefined ? null : (i) => paged.edgeOf?.(rows[i] as Row),
    hasNextPage: isBackward ? cursor !== null : hasMore,
    hasPreviousPage: isBackward ? hasMore : cursor !== null,
    cursorAt: (i) => cursors.seal(viewer, paged.list, paged.rows.positionOf(rows[i] as Row)),
    count: () => paged.rows.count(MAX_COUNTED + 1),
  });
}

function wayOf({ first, after, last, before }: PageRequest) {
  const isBackward = last != null || (first == null && before != null);
  const [size, cursor] = isBackward ? [last, before] : [first, after];
  if (isBackward ? first != null || after != null : before != null)
    refuse("BAD_USER_INPUT", "Give `first` and `after`, or `last` and `before`: a page is read one way.");
  if (size != null && (size < 1 || size > MAX_PAGE_SIZE))
    refuse("BAD_USER_INPUT", `\`${isBackward ? "last" : "first"}\` must be 1 to ${MAX_PAGE_SIZE}.`);
  return { isBackward, size: size ?? PAGE_SIZE, cursor: cursor ?? null };
}

interface AroundPage<More> {
  readonly edgeOf: ((i: number) => More | undefined) | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorAt: (i: number) => string;
  readonly count: () => Promise<number>;
}

/**
 * Cursors and counts are made where they are asked for: sealing one costs more than reading a row. They are accessors of
 * classes, since each accessor of a literal gives its object a hidden class of its own, which stays until a whole collection.
 */
class PageOfRows<Node, More> implements Page<Node, More> {
  readonly nodes: Node[];
  readonly #around: AroundPage<More>;
  #counted: Promise<number> | null = null;

  constructor(nodes: Node[], around: AroundPage<More>) {
    this.nodes = nodes;
    this.#around = around;
  }
  get edges(): (Edge<Node> & More)[] {
    const { edgeOf } = this.#around;
    return this.nodes.map(
      (node, i) => Object.assign(new EdgeOfRow(node, i, this.#around), edgeOf?.(i)) as Edge<Node> & More,
    );
  }
  get pageInfo(): PageInfo {
    return new EndsOfPage(this.nodes.length, this.#around);
  }
  get totalCount(): Promise<number> {
    return this.#count().then((counted) => Math.min(counted, MAX_COUNTED));
  }
  get isTotalCountCapped(): Promise<boolean> {
    return this.#count().then((counted) => counted > MAX_COUNTED);
  }
  #count(): Promise<number> {
    this.#counted ??= this.#around.count();
    return this.#counted;
  }
}

class EdgeOfRow<Node> implements Edge<Node> {
  readonly node: Node;
  readonly #index: number;
  readonly #around: AroundPage<unknown>;

  constructor(node: Node, index: number, around: AroundPage<unknown>) {
    this.node = node;
    this.#index = index;
    this.#around = around;
  }
  get cursor(): string {
    return this.#around.cursorAt(this.#index);
  }
}

class EndsOfPage implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #length: number;
  readonly #around: AroundPage<unknown>;

  constructor(length: number, around: AroundPage<unknown>) {
    this.hasNextPage = around.hasNextPage;
    this.hasPreviousPage = around.hasPreviousPage;
    this.#length = length;
    this.#around = around;
  }
  get startCursor(): string | null {
    return this.#length === 0 ? null : this.#around.cursorAt(0);
  }
  get endCursor(): string | null {
    return this.#length === 0 ? null : this.#around.cursorAt(this.#length - 1);
  }
}
