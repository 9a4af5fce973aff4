import {
  type FieldNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/**
 * Whether the selection of the field being resolved names any of some fields, through fragments too: what nobody asks for
 * need not be read. Fields under a condition count as named.
 */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, names: readonly string[]): boolean {
  return fieldNodes.some((field) => namesIn(field, fragments).some((name) => names.includes(name)));
}

/** Whether the selection names any of some fields within another that it names. */
export const selectsWithin = (
  { fieldNodes, fragments }: GraphQLResolveInfo,
  field: string,
  names: readonly string[],
): boolean =>
  fieldNodes
    .flatMap(({ selectionSet }) => nodesOf(selectionSet, fragments))
    .some((node) => node.name.value === field && namesIn(node, fragments).some((name) => names.includes(name)));

/** The arguments of a field, each time that the selection of the object being resolved names it. */
export function argumentsWithin(info: GraphQLResolveInfo, field: string): object[] {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  if (definition === undefined) return [];
  return info.fieldNodes
    .flatMap(({ selectionSet }) => nodesOf(selectionSet, info.fragments))
    .filter(({ name }) => name.value === field)
    .map((node) => getArgumentValues(definition, node, info.variableValues));
}

const known = new WeakMap<FieldNode, readonly string[]>();

function namesIn(field: FieldNode, fragments: GraphQLResolveInfo["fragments"]): readonly string[] {
  const before = known.get(field);
  if (before !== undefined) return before;
  const names = nodesOf(field.selectionSet, fragments).map(({ name }) => name.value);
  known.set(field, names);
  return names;
}

const nodesOf = (set: SelectionSetNode | undefined, fragments: GraphQLResolveInfo["fragments"]): FieldNode[] =>
  (set?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) return one;
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value];
    return nodesOf(inner?.selectionSet, fragments);
  });
