// Writes what each document asks for and what is answered: operations of clients to gateway/client, those that stand in a
// test to test/generated/documents.ts. `npm run schema` runs it; with --check it writes nothing, and fails where a file is
// not what it would write.
// Plain JavaScript, because tests that are typed by an older file may not compile.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { readOperations } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { buildASTSchema, getNamedType, isInterfaceType, isObjectType, Kind, parse, print, Source } from "graphql";

const TESTS = fileURLToPath(new URL("..", import.meta.url));
const CLIENT = fileURLToPath(new URL("../../gateway/client/src", import.meta.url));
const PAGING = new Set(["first", "after", "last", "before"]);
const OWN_KEYS = { Cohort: ["name"] };
const api = parse(readFileSync(schemaFile("api.graphql"), "utf8"));
const schema = buildASTSchema(api);

const saved = readOperations().map(({ name, document }) => ({
  key: name,
  location: name,
  ast: parse(new Source(document, name)),
}));
const inline = inlineDocuments().map(({ text, location, name }) => ({
  key: text,
  location,
  ast: named(parse(new Source(text, location)), name),
}));
const written = new Map([
  [join(CLIENT, "generated/operations.ts"), await clientOperations()],
  [join(CLIENT, "generated/graph-types.ts"), graphTypes()],
  [join(TESTS, "generated/documents.ts"), await testDocuments()],
]);
const isCheck = process.argv.includes("--check");
for (const [file, text] of written) {
  if (!isCheck) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`${relative(process.cwd(), file)} is stale: run npm run schema.`);
    process.exit(1);
  }
}

/** Types of documents, by the names of their operations. */
async function typesOf(documents) {
  const fragments = new Map();
  for (const one of documents.flatMap(({ ast }) => ast.definitions.filter(isFragment))) {
    const before = fragments.get(nameOf(one)) ?? one;
    if (print(before) !== print(one)) throw new Error(`Two fragments have the name ${nameOf(one)}: one needs another.`);
    fragments.set(nameOf(one), one);
  }
  const types = await codegen({
    filename: "documents.ts",
    schema: api,
    schemaAst: schema,
    documents: [
      ...documents.map(({ location, ast }) => ({ location, document: withoutFragments(ast) })),
      { location: "fragments", document: { kind: Kind.DOCUMENT, definitions: [...fragments.values()] } },
    ],
    config: {
      scalars: { ID: "string", Date: "string", DateTime: "string", Decimal: "string" },
      strictScalars: true,
      skipTypename: true,
      immutableTypes: true,
      arrayInputCoercion: false,
      disableDescriptions: true,
      inlineFragmentTypes: "inline",
      namingConvention: "keep",
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return types.trim();
}

async function clientOperations() {
  return `// Written by \`npm run schema\` from schema/operations; nobody edits it.
import { operation } from "../operation.js";

${await typesOf(saved)}

${saved.map(({ ast }) => clientOperation(ast)).join("\n\n")}
`;
}

function clientOperation(ast) {
  const name = nameOf(operationOf(ast));
  const text = print(ast).replaceAll("`", "\\`").replaceAll("${", "\\${");
  return `export const ${name} = operation<${typeName(ast)}, ${typeName(ast)}Variables>(\`${text}\`);`;
}

async function testDocuments() {
  return `// Written by \`npm run schema\`; nobody edits it.
import type * as client from "@tiergraph/client/operations";
import type { Document } from "../kit/document.js";

export type * from "@tiergraph/client/operations";

${await typesOf(inline)}

/** Those of schema/operations, by the file's name. */
export interface SavedDocuments {
${saved.map((one) => entry(one, "client.")).join("\n")}
}

/** Those that stand in a test, by their text. */
export interface InlineDocuments {
${inline.map((one) => entry(one, "")).join("\n")}
}
`;
}

/** What caches have to know of the graph's types. */
function graphTypes() {
  const root = new Set([schema.getQueryType(), schema.getMutationType()]);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith("__") && !root.has(type),
  );
  const fieldsOf = (type) => Object.values(type.getFields());
  const hasId = (type) => "id" in type.getFields();
  const listsOf = (type) =>
    fieldsOf(type)
      .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
      .map(({ name, args }) => [name, args.map((arg) => arg.name).filter((name) => !PAGING.has(name))]);
  const values = types.filter((type) => !hasId(type) && !(type.name in OWN_KEYS)).map(({ name }) => name);
  const interfaces = Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]);
  const lists = [schema.getQueryType(), ...types]
    .map((type) => [type.name, Object.fromEntries(listsOf(type))])
    .filter(([, own]) => Object.keys(own).length > 0);
  const json = (value) => JSON.stringify(value, null, 2);
  return `// Written by \`npm run schema\` from schema/api.graphql; nobody edits it.

/** Types that have no id: their objects are part of the object that they stand in. */
export const VALUES: readonly string[] = ${json(values.sort())};

/** Types that are known by another field than an id. */
export const OWN_KEYS: Readonly<Record<string, readonly [string]>> = ${json(OWN_KEYS)};

/** The types of each interface. */
export const INTERFACES: Readonly<Record<string, readonly string[]>> = ${json(Object.fromEntries(interfaces))};

/** Lists, by the type that has them: with the arguments that make another list, as filters do. */
export const LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = ${json(Object.fromEntries(lists))};
`;
}

/** Each text that a test hands to \`graphql\`, once; its name is that of the first file that has it, and a number. */
function inlineDocuments() {
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !/^(dist|node_modules|generated)\//.test(file))
    .sort();
  const found = new Map();
  for (const file of files) {
    const texts = [
      ...readFileSync(join(TESTS, file), "utf8").matchAll(/\bgraphql\(\s*(?:`([^`]*)`|"([^"\n]*)"|'([^'\n]*)')/g),
    ];
    for (const [at, [, ...quoted]] of texts.entries()) {
      const text = quoted.find((one) => one !== undefined);
      if (/\\|\$\{/.test(text))
        throw new Error(`${file}: a document for graphql() is one plain text, without \\ and \${}.`);
      if (!found.has(text)) found.set(text, { text, location: file, name: `${nameFor(file)}${at + 1}` });
    }
  }
  return [...found.values()];
}

/** JourneysCrmExport for journeys/crm-export.test.ts. */
function nameFor(file) {
  const words = file.replace(basename(file), basename(file).split(".")[0]).split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** A document of one operation, by this name: the library names its types so. */
function named(ast, value) {
  return {
    ...ast,
    definitions: ast.definitions.map((one) => (isFragment(one) ? one : { ...one, name: { kind: Kind.NAME, value } })),
  };
}

function entry({ key, ast }, from) {
  const type = from + typeName(ast);
  return `  ${JSON.stringify(key)}: Document<${type}, ${type}Variables>;`;
}

/** PortalHomeQuery. */
function typeName(ast) {
  const { name, operation: kind } = operationOf(ast);
  return name.value + kind.slice(0, 1).toUpperCase() + kind.slice(1);
}

function operationOf(ast) {
  return ast.definitions.find((one) => !isFragment(one));
}

function isFragment({ kind }) {
  return kind === Kind.FRAGMENT_DEFINITION;
}

function nameOf({ name }) {
  return name.value;
}

function withoutFragments(ast) {
  return { ...ast, definitions: ast.definitions.filter((one) => !isFragment(one)) };
}
