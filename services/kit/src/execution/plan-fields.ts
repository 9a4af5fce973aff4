import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";

/** One operation of a document, for one set of the conditions that its variables set. */
export interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that `@skip` and `@include` name. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** A field under its name in the answer, with all places that select it. */
export interface SelectedField {
  readonly response: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly sets: readonly SelectionSetNode[];
}

/** The fields that selections name of an object, in order: fragments put in place, those of one name joined. */
export function fieldsOf(
  planned: PlannedOperation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectedField[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) collect(planned, type, set, nodes);
  return [...nodes].flatMap(([response, [first, ...more]]) => {
    if (first === undefined) return [];
    const { value: name } = first.name;
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
    if (definition === undefined) return []; // As the specification has it; validation refuses it before.
    const all = [first, ...more];
    return [{ response, definition, nodes: all, sets: all.flatMap(({ selectionSet }) => selectionSet ?? []) }];
  });
}

function collect(
  planned: PlannedOperation,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  nodes: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (!isIncluded(planned, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const response = selection.alias?.value ?? selection.name.value;
      const known = nodes.get(response);
      if (known === undefined) nodes.set(response, [selection]);
      else known.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : planned.fragments[selection.name.value];
    if (fragment === undefined || !applies(planned.schema, fragment.typeCondition?.name.value, type)) continue;
    collect(planned, type, fragment.selectionSet, nodes);
  }
}

function isIncluded({ conditions }: PlannedOperation, selection: Pick<FieldNode, "directives">): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, conditions);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, conditions);
  return skip?.if !== true && include?.if !== false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return wanted !== undefined && isAbstractType(wanted) && schema.isSubType(wanted, type);
}
