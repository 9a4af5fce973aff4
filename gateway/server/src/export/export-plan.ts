import { boundSelections } from "@tiergraph/kit/subgraph/selection-bound";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  specifiedRules,
  validate,
  visit,
} from "graphql";

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
const PAGE_SIZE = 100;

/**
 * Plans an export: the first list on which the query comes is asked page after page, or whole where it has no pages; a
 * query without a list gives one row. Lists inside a row stay in their cell.
 *
 * @param schema what clients may ask
 */
export function planExport(
  source: string,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): ExportPlanning {
  const parsed = parsedQuery(source);
  if (typeof parsed === "string") return refused(parsed);
  const { document, operation } = parsed;
  // What follows walks each fragment where it is named: the bound keeps that short.
  const [invalid] = validate(schema, document, [...specifiedRules, boundSelections]);
  if (invalid !== undefined) return refused(`The query is not valid: ${invalid.message}`);
  const walk = walker(schema, document);
  const list = walk.findList(operation.selectionSet, schema.getQueryType() ?? undefined, []);
  if (list === null)
    return {
      kind: "Planned",
      plan: {
        source,
        path: [],
        pages: null,
        columns: walk.columns(operation.selectionSet, schema.getQueryType() ?? undefined, ""),
      },
    };
  const { field, path, type } = list;
  if (list.kind === "List")
    return { kind: "Planned", plan: { source, path, pages: null, columns: walk.columnsOfItem(field, type) } };
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
  return {
    kind: "Planned",
    plan: {
      source: paged(document, operation, field),
      path: [...path, ...nodes.path],
      pages: { after: AFTER, connection: path, firstPosition },
      columns: nodes.columns,
    },
  };
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

interface FoundList {
  readonly kind: "List" | "Connection";
  readonly field: FieldNode;
  readonly path: readonly string[];
  readonly type: GraphQLOutputType;
}

const responseKey = (field: FieldNode): string => field.alias?.value ?? field.name.value;

function walker(schema: GraphQLSchema, document: DocumentNode) {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  /** The fields of a selection with their types, those of fragments in their place. */
  function* fieldsOf(
    selection: SelectionSetNode,
    parent: GraphQLOutputType | undefined,
  ): Generator<{ field: FieldNode; type: GraphQLOutputType }> {
    for (const one of selection.selections) {
      const inside = insideOf(one);
      if (inside !== null) {
        const condition = inside.typeCondition === null ? undefined : schema.getType(inside.typeCondition);
        const narrowed =
          condition !== undefined && (isObjectType(condition) || isAbstractType(condition)) ? condition : parent;
        yield* fieldsOf(inside.selectionSet, narrowed);
      }
      if (one.kind !== Kind.FIELD || one.name.value.startsWith("__")) continue;
      const named = parent === undefined ? undefined : getNamedType(parent);
      const type = isObjectType(named) ? named.getFields()[one.name.value]?.type : undefined;
      if (type !== undefined) yield { field: one, type };
    }
  }
  function insideOf(one: SelectionNode): { selectionSet: SelectionSetNode; typeCondition: string | null } | null {
    if (one.kind === Kind.INLINE_FRAGMENT)
      return { selectionSet: one.selectionSet, typeCondition: one.typeCondition?.name.value ?? null };
    const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value) : undefined;
    return fragment === undefined
      ? null
      : { selectionSet: fragment.selectionSet, typeCondition: fragment.typeCondition.name.value };
  }
  const isConnection = (type: GraphQLOutputType): boolean => {
    const named = getNamedType(type);
    return isObjectType(named) && named.name.endsWith("Connection") && "pageInfo" in named.getFields();
  };
  /** The list that is met first, going outward in. */
  const findList = (
    selection: SelectionSetNode,
    parent: GraphQLOutputType | undefined,
    path: readonly string[],
  ): FoundList | null => {
    const fields = [...fieldsOf(selection, parent)];
    for (const { field, type } of fields) {
      const here = [...path, responseKey(field)];
      if (isConnection(type)) return { kind: "Connection", field, path: here, type };
      if (isListType(getNullableType(type))) return { kind: "List", field, path: here, type };
    }
    for (const { field, type } of fields) {
      if (field.selectionSet === undefined) continue;
      const inside = findList(field.selectionSet, getNamedType(type) as GraphQLOutputType, [
        ...path,
        responseKey(field),
      ]);
      if (inside !== null) return inside;
    }
    return null;
  };
  const columns = (selection: SelectionSetNode, parent: GraphQLOutputType | undefined, prefix: string): string[] => {
    const names = [...fieldsOf(selection, parent)].flatMap(({ field, type }): string[] => {
      const name = `${prefix}${responseKey(field)}`;
      const isWhole = isListType(getNullableType(type)) || isLeafType(getNamedType(type)) || isConnection(type);
      if (isWhole || field.selectionSet === undefined) return [name];
      return columns(field.selectionSet, getNamedType(type) as GraphQLOutputType, `${name}.`);
    });
    return [...new Set(names)];
  };
  const columnsOfItem = (field: FieldNode, type: GraphQLOutputType): string[] =>
    field.selectionSet === undefined
      ? [responseKey(field)]
      : columns(field.selectionSet, getNamedType(type) as GraphQLOutputType, "");
  const nodesOf = (field: FieldNode, type: GraphQLOutputType): { path: string[]; columns: string[] } | null => {
    if (field.selectionSet === undefined) return null;
    const inside = [...fieldsOf(field.selectionSet, getNamedType(type) as GraphQLOutputType)];
    const named = (name: string) => inside.find((one) => one.field.name.value === name);
    const nodes = named("nodes");
    if (nodes !== undefined)
      return { path: [responseKey(nodes.field)], columns: columnsOfItem(nodes.field, nodes.type) };
    const edges = named("edges");
    const selected = edges?.field.selectionSet;
    if (edges === undefined || selected === undefined) return null;
    const node = [...fieldsOf(selected, getNamedType(edges.type) as GraphQLOutputType)].find(
      (one) => one.field.name.value === "node",
    );
    return node === undefined
      ? null
      : {
          path: [responseKey(edges.field), responseKey(node.field)],
          columns: columnsOfItem(node.field, node.type),
        };
  };
  return { findList, columns, columnsOfItem, nodesOf };
}

/** The query with its connection asked after a position, in the largest pages, telling whether there is another. */
function paged(document: DocumentNode, operation: OperationDefinitionNode, connection: FieldNode): string {
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
      argument("first", { kind: Kind.INT, value: String(PAGE_SIZE) }),
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
  const asked = visit(withList, {
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
  return print(asked);
}
