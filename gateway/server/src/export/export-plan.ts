import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from "graphql";
import { boundDocument } from "../graph/document-limits.js";
import { SelectionWalker } from "./selection-walker.js";

/** How a query is asked page after page, and what of its answers are rows. */
export interface ExportPlan {
  /** The query, its list asked by pages. */
  readonly source: string;
  /** Where the rows are in the answer, by the names that the query gives. */
  readonly path: readonly string[];
  /** Null where the list has no pages: one answer holds it all. */
  readonly pages: {
    /** Name of the variable. */
    readonly after: string;
    /** Where the connection is in the answer. */
    readonly connection: readonly string[];
    readonly firstPosition: string | null;
  } | null;
  /** Of CSV, in the order of the query; what stands deeper is named with dots. */
  readonly columns: readonly string[];
}

export type ExportPlanning =
  | { readonly kind: "Planned"; readonly plan: ExportPlan }
  | { readonly kind: "PlanRefused"; readonly message: string };

const AFTER = "exportAfter";
/** Rows of a page: the first of these with which a page costs no more than it may. */
const PAGE_SIZES = [100, 25, 5, 1];

export interface ExportBounds {
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** Why a query costs more than an answer may; null where it does not. */
  readonly tooDear: (query: DocumentNode) => string | null;
}

/**
 * Plans an export: the first list on which the query comes is asked page after page, or whole where it has no pages; a
 * query without a list gives one row. Lists inside a row stay in their cell.
 */
export function planExport(
  source: string,
  variables: Readonly<Record<string, unknown>>,
  { schema, tooDear }: ExportBounds,
): ExportPlanning {
  const parsed = parsedQuery(source);
  if (typeof parsed === "string") return refused(parsed);
  const { document, operation } = parsed;
  // What follows walks each fragment where it is named: the bound keeps that short.
  const [invalid] = validate(schema, document, [...specifiedRules, boundDocument]);
  if (invalid !== undefined) return refused(`The query is not valid: ${invalid.message}`);
  const walk = new SelectionWalker(schema, document);
  const list = walk.findList(operation.selectionSet, schema.getQueryType() ?? undefined, []);
  if (list === null || list.kind === "List") {
    const excess = tooDear(document);
    if (excess !== null) return refused(excess);
    const columns =
      list === null
        ? walk.columns(operation.selectionSet, schema.getQueryType() ?? undefined, "")
        : walk.columnsOfItem(list.field, list.type);
    return { kind: "Planned", plan: { source, path: list?.path ?? [], pages: null, columns } };
  }
  const { field, path, type } = list;
  const nodes = walk.nodesOf(field, type);
  if (nodes === null)
    return refused(`${path.join(".")} selects neither nodes nor edges { node }: there is nothing to write.`);
  const given = field.arguments?.find(({ name }) => name.value === "after")?.value;
  const firstPosition =
    given?.kind === Kind.VARIABLE
      ? textOrNull(variables[given.name.value])
      : given?.kind === Kind.STRING
        ? given.value
        : null;
  const pages = { after: AFTER, connection: path, firstPosition };
  let excess: string | null = null;
  for (const size of PAGE_SIZES) {
    const query = paged(document, operation, { connection: field, size });
    excess = tooDear(query);
    if (excess === null)
      return {
        kind: "Planned",
        plan: { source: print(query), path: [...path, ...nodes.path], pages, columns: nodes.columns },
      };
  }
  return refused(`One row of ${path.join(".")} is too much. ${excess}`);
}

const refused = (message: string): ExportPlanning => ({ kind: "PlanRefused", message });
const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

function parsedQuery(source: string): { document: DocumentNode; operation: OperationDefinitionNode } | string {
  try {
    const document = parse(source, { maxTokens: 5_000 });
    const operations = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []));
    const [operation] = operations;
    if (operation === undefined || operations.length > 1 || operation.operation !== "query")
      return "Only one query can be exported.";
    return { document, operation };
  } catch (error) {
    return `The query cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The query with its connection asked after a position, in pages of a size, with whether there is another. */
function paged(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { connection, size }: { readonly connection: FieldNode; readonly size: number },
): DocumentNode {
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const argument = (key: string, value: NonNullable<FieldNode["arguments"]>[number]["value"]) =>
    ({ kind: Kind.ARGUMENT, name: name(key), value }) as const;
  const kept = (connection.arguments ?? []).filter((one) => one.name.value !== "after" && one.name.value !== "first");
  const info: FieldNode = {
    kind: Kind.FIELD,
    alias: name("exportPage"),
    name: name("pageInfo"),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: ["hasNextPage", "endCursor"].map((field) => ({ kind: Kind.FIELD, name: name(field) }) as const),
    },
  };
  const changed: FieldNode = {
    ...connection,
    arguments: [
      ...kept,
      argument("first", { kind: Kind.INT, value: String(size) }),
      argument("after", { kind: Kind.VARIABLE, name: name(AFTER) }),
    ],
    ...(connection.selectionSet && {
      selectionSet: { ...connection.selectionSet, selections: [...connection.selectionSet.selections, info] },
    }),
  };
  const withList = visit(document, { Field: (node) => (node === connection ? changed : undefined) });
  // What only the list's own pages were asked by would be left over, and refused.
  const used = new Set<string>();
  visit(withList, { VariableDefinition: () => false, Variable: (node) => void used.add(node.name.value) });
  return visit(withList, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [
        ...(operation.variableDefinitions ?? []).filter((one) => used.has(one.variable.name.value)),
        {
          kind: Kind.VARIABLE_DEFINITION,
          variable: { kind: Kind.VARIABLE, name: name(AFTER) },
          type: { kind: Kind.NAMED_TYPE, name: name("String") },
        } as const,
      ],
    }),
  });
}
