import { fragmentsIn, OPERATIONS, readOperation, readOperations, subjectsIn } from "@tiergraph/schema/operations";
import { readApiSchema } from "@tiergraph/schema/schema-files";
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  getNamedType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, test } from "vitest";

const schema = readApiSchema();
const operations = readOperations();
const FOLDERS = [".", ...subjectsIn(OPERATIONS)];
const fragments = FOLDERS.flatMap((folder) => [...fragmentsIn(OPERATIONS, folder).values()]);
/** The fragments of `fragments.graphql` files, by the operations whose documents hold them. */
const users = (name: string) => operations.filter(({ document }) => namesIn(document).includes(name));

test("each operation file and the fragments that it names are one valid document with one named operation", () => {
  expect(operations.length).toBeGreaterThan(150);
  for (const { subject, name, document } of operations) {
    const node = parse(document);
    expect(
      validate(schema, node).map(({ message }) => message),
      `${subject}/${name}`,
    ).toEqual([]);
    const named = node.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
    expect(named).toEqual([pascal(name)]);
  }
});

test("an operation's name is unique over all folders, and so is a fragment's", () => {
  expect(repeated(operations.map(({ name }) => name))).toEqual([]);
  const inFiles = operations.flatMap(({ document }) => parse(document).definitions.filter(isFragment));
  const own = inFiles.filter(({ name }) => !fragments.some((shared) => shared.name.value === name.value));
  expect(repeated([...fragments, ...own].map(({ name }) => name.value))).toEqual([]);
});

test("each shared fragment serves three operations or more", () => {
  for (const { name } of fragments) expect(users(name.value).length, name.value).toBeGreaterThanOrEqual(3);
});

test("no operation repeats a selection that a fragment within its reach holds", () => {
  for (const { subject, name } of operations) {
    const within = [".", subject].flatMap((folder) => [...fragmentsIn(OPERATIONS, folder).values()]);
    expect(selectionsIn(readOperation(name).document, within), name).toEqual([]);
  }
});

test("a name that no operation has is refused with the names that there are", () => {
  expect(() => readOperation("no-such-operation")).toThrow("There is no operation no-such-operation: one of ");
  expect(() => readOperation("../api")).toThrow("There is no operation ../api");
});

const pascal = (name: string) => name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);
const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;

function namesIn(document: string): string[] {
  return parse(document)
    .definitions.filter(isFragment)
    .map(({ name }) => name.value);
}

/** The fragments whose selection the operation writes out where their name would do. */
function selectionsIn(document: string, within: readonly FragmentDefinitionNode[]): string[] {
  const found: string[] = [];
  const key = (type: string | undefined, selection: SelectionSetNode) => `${type} ${print(selection)}`;
  const held = new Map(
    within.map(({ typeCondition, selectionSet, name }) => [key(typeCondition.name.value, selectionSet), name.value]),
  );
  const types = new TypeInfo(schema);
  const visitor = {
    FragmentDefinition: () => false,
    SelectionSet(node: SelectionSetNode) {
      const fragment = held.get(key(getNamedType(types.getType())?.name, node));
      if (fragment !== undefined) found.push(fragment);
    },
  };
  visit(parse(document), visitWithTypeInfo(types, visitor));
  return found;
}
