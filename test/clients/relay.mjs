// Relay's compiler over every operation, and over every connection as a refetchable fragment that pages both ways.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOperations } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  print,
  visit,
} from "graphql";

export function checkRelay() {
  const folder = mkdtempSync(join(tmpdir(), "tiergraph-relay-"));
  try {
    mkdirSync(join(folder, "src"));
    const api = readFileSync(schemaFile("api.graphql"), "utf8");
    writeFileSync(join(folder, "schema.graphql"), api);
    const modules = [...readOperations().map(operationModule), ...connectionModules(buildSchema(api))];
    for (const { name, text } of modules) writeFileSync(join(folder, "src", `${name}.js`), text);
    const config = { src: "./src", schema: "./schema.graphql", language: "javascript", eagerEsModules: true };
    writeFileSync(join(folder, "relay.config.json"), JSON.stringify(config));
    const compiler = fileURLToPath(new URL("node_modules/relay-compiler/cli.js", import.meta.url));
    execFileSync(process.execPath, [compiler], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    console.log(`relay-compiler compiles ${modules.length} modules: each operation, and each connection both ways.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Relay names what a module holds after the module. */
function operationModule({ document }) {
  const ast = parse(document);
  const { name, operation } = ast.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragment = (node) => ({ ...node, name: { ...node.name, value: `${name.value}_${node.name.value}` } });
  const kind = operation === "mutation" ? "Mutation" : "Query";
  const renamed = visit(ast, {
    OperationDefinition: (node) => ({ ...node, name: { ...node.name, value: name.value + kind } }),
    FragmentDefinition: fragment,
    FragmentSpread: fragment,
  });
  return { name: name.value, text: renamed.definitions.map(tagged).join("\n") };
}

const tagged = (definition) => `graphql\`${print(definition)}\`;`;

/** In which refetchable object a list stands, and how it is asked for there. */
const WITHIN = {
  Query: ["Query", (list) => list],
  Viewer: ["Viewer", (list) => list],
  Partner: ["Partner", (list) => list],
  Measurement: ["Measurement", (list) => list],
  Rewards: ["Partner", (list) => `rewards { ${list} }`],
  Training: ["Partner", (list) => `training { ${list} }`],
  Cohort: ["Query", (list) => `cohort(name: "a cohort") { ${list} }`],
};

function connectionModules(schema) {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith("__"));
  return types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
      .map((field) => connectionModule(type, field)),
  );
}

function connectionModule(owner, field) {
  const [on, within] = WITHIN[owner.name];
  const name = `${owner.name}${field.name[0].toUpperCase()}${field.name.slice(1)}`;
  const node = getNamedType(getNamedType(field.type).getFields().nodes.type);
  const leaf = Object.values(node.getFields()).find(
    ({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isRequiredArgument),
  );
  const given = field.args.filter(isRequiredArgument).map((argument) => `${argument.name}: "2026-01-01"`);
  const paging = ["first: $first", "after: $after", "last: $last", "before: $before"];
  const list = `${field.name}(${[...given, ...paging].join(", ")}) @connection(key: "${name}_${field.name}") {
    edges { node { ${leaf.name} } } totalCount }`;
  const text = `graphql\`fragment ${name}_list on ${on}
    @refetchable(queryName: "${name}RefetchQuery")
    @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }) {
    ${within(list)}
  }\`;`;
  return { name, text };
}
