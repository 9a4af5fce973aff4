// Writes test/generated/documents.ts: what each document that tests send asks for, and what is answered. `npm run schema`
// runs it; with --check it writes nothing, and fails where the file is not what it would write.
// Plain JavaScript, because tests that are typed by an older file may not compile.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { readOperations } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { buildASTSchema, Kind, parse, print, Source } from "graphql";

const TESTS = fileURLToPath(new URL("..", import.meta.url));
const TARGET = join(TESTS, "generated/documents.ts");

const written = await typedDocuments();
if (!process.argv.includes("--check")) writeFileSync(TARGET, written);
else if (readFileSync(TARGET, "utf8") !== written) {
  console.error("test/generated/documents.ts is stale: run npm run schema.");
  process.exit(1);
}

async function typedDocuments() {
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
  const all = [...saved, ...inline];
  const operationsOnly = all.map(({ location, ast }) => ({ location, document: withoutFragments(ast) }));
  const fragments = new Map();
  for (const one of all.flatMap(({ ast }) => ast.definitions.filter(isFragment))) {
    const before = fragments.get(nameOf(one)) ?? one;
    if (print(before) !== print(one)) throw new Error(`Two fragments have the name ${nameOf(one)}: one needs another.`);
    fragments.set(nameOf(one), one);
  }
  const api = parse(readFileSync(schemaFile("api.graphql"), "utf8"));
  const types = await codegen({
    filename: TARGET,
    schema: api,
    schemaAst: buildASTSchema(api),
    documents: [
      ...operationsOnly,
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
  return `// Written by \`npm run schema\`; nobody edits it.
import type { Document } from "../kit/document.js";

${types.trim()}

/** Those of schema/operations, by the file's name. */
export interface SavedDocuments {
${saved.map(entry).join("\n")}
}

/** Those that stand in a test, by their text. */
export interface InlineDocuments {
${inline.map(entry).join("\n")}
}
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

function entry({ key, ast }) {
  const operation = ast.definitions.find((one) => !isFragment(one));
  const type = nameOf(operation) + operation.operation.slice(0, 1).toUpperCase() + operation.operation.slice(1);
  return `  ${JSON.stringify(key)}: Document<${type}, ${type}Variables>;`;
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
