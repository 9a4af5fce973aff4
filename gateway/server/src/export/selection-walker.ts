import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

export interface FoundList {
  readonly kind: "List" | "Connection";
  readonly field: FieldNode;
  readonly path: readonly string[];
  readonly type: GraphQLOutputType;
}

/** Where the rows of a list are, below its field, and their columns. */
export interface FoundRows {
  readonly path: readonly string[];
  readonly columns: readonly string[];
}

/** Finds lists and columns in the selections of a valid document, with fragments in their place. */
export class SelectionWalker {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  /** The list that is met first, going outward in. */
  findList(
    selection: SelectionSetNode,
    parent: GraphQLOutputType | undefined,
    path: readonly string[] = [],
  ): FoundList | null {
    const fields = [...this.#fieldsOf(selection, parent)];
    for (const { field, type } of fields) {
      const here = [...path, responseKey(field)];
      if (isConnection(type)) return { kind: "Connection", field, path: here, type };
      if (isListType(getNullableType(type))) return { kind: "List", field, path: here, type };
    }
    for (const { field, type } of fields) {
      if (field.selectionSet === undefined) continue;
      const inside = this.findList(field.selectionSet, inner(type), [...path, responseKey(field)]);
      if (inside !== null) return inside;
    }
    return null;
  }

  /** Of one row, in the order of the query; what stands deeper is named with dots. */
  columns(selection: SelectionSetNode, parent: GraphQLOutputType | undefined, prefix = ""): string[] {
    const names = [...this.#fieldsOf(selection, parent)].flatMap(({ field, type }): string[] => {
      const name = `${prefix}${responseKey(field)}`;
      const isWhole = isListType(getNullableType(type)) || isLeafType(getNamedType(type)) || isConnection(type);
      if (isWhole || field.selectionSet === undefined) return [name];
      return this.columns(field.selectionSet, inner(type), `${name}.`);
    });
    return [...new Set(names)];
  }

  columnsOfItem(field: FieldNode, type: GraphQLOutputType): string[] {
    return field.selectionSet === undefined ? [responseKey(field)] : this.columns(field.selectionSet, inner(type));
  }

  /** The nodes of a connection; null where it selects none. */
  nodesOf(field: FieldNode, type: GraphQLOutputType): FoundRows | null {
    if (field.selectionSet === undefined) return null;
    const inside = [...this.#fieldsOf(field.selectionSet, inner(type))];
    const named = (name: string) => inside.find((one) => one.field.name.value === name);
    const nodes = named("nodes");
    if (nodes !== undefined)
      return { path: [responseKey(nodes.field)], columns: this.columnsOfItem(nodes.field, nodes.type) };
    const edges = named("edges");
    const selected = edges?.field.selectionSet;
    if (edges === undefined || selected === undefined) return null;
    const node = [...this.#fieldsOf(selected, inner(edges.type))].find((one) => one.field.name.value === "node");
    return node === undefined
      ? null
      : {
          path: [responseKey(edges.field), responseKey(node.field)],
          columns: this.columnsOfItem(node.field, node.type),
        };
  }

  /** The fields of a selection with their types, those of fragments in their place. */
  *#fieldsOf(
    selection: SelectionSetNode,
    parent: GraphQLOutputType | undefined,
  ): Generator<{ field: FieldNode; type: GraphQLOutputType }> {
    for (const one of selection.selections) {
      const inside = this.#insideOf(one);
      if (inside !== null) {
        const condition = inside.typeCondition === null ? undefined : this.#schema.getType(inside.typeCondition);
        const narrowed =
          condition !== undefined && (isObjectType(condition) || isAbstractType(condition)) ? condition : parent;
        yield* this.#fieldsOf(inside.selectionSet, narrowed);
      }
      if (one.kind !== Kind.FIELD || one.name.value.startsWith("__")) continue;
      const named = parent === undefined ? undefined : getNamedType(parent);
      const type = isObjectType(named) ? named.getFields()[one.name.value]?.type : undefined;
      if (type !== undefined) yield { field: one, type };
    }
  }

  #insideOf(one: SelectionNode): { selectionSet: SelectionSetNode; typeCondition: string | null } | null {
    if (one.kind === Kind.INLINE_FRAGMENT)
      return { selectionSet: one.selectionSet, typeCondition: one.typeCondition?.name.value ?? null };
    const fragment = one.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(one.name.value) : undefined;
    return fragment === undefined
      ? null
      : { selectionSet: fragment.selectionSet, typeCondition: fragment.typeCondition.name.value };
  }
}

const responseKey = (field: FieldNode): string => field.alias?.value ?? field.name.value;

/** The named type below lists and non-nulls. */
const inner = (type: GraphQLOutputType): GraphQLOutputType => getNamedType(type) as GraphQLOutputType; // As it was.

const isConnection = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  return isObjectType(named) && named.name.endsWith("Connection") && "pageInfo" in named.getFields();
};
