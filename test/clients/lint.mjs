// graphql-eslint's presets for schemas, for Relay and for operations. A rule that does not hold here says why.
import { fileURLToPath } from "node:url";
import graphql from "@graphql-eslint/eslint-plugin";
import { OPERATIONS as FOLDER } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { ESLint } from "eslint";

const OF_SCHEMA = {
  ...graphql.configs["flat/schema-recommended"].rules,
  ...graphql.configs["flat/schema-relay"].rules,
  // Payloads, errors, amounts and parts of a whole have no identity; what has one implements Node.
  "@graphql-eslint/strict-id-in-types": "off",
  // A connection has `nodes` beside `edges`, and what cannot grow (the tiers of a program) is a plain list. Entries of a
  // journal and facts are found by the list that they stand in, not by their id.
  "@graphql-eslint/relay-edge-types": [
    "error",
    { withEdgeSuffix: true, listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
  ],
  // `Rule.rules` are the rules that a rule joins, `Review.review` is the form that a review answers.
  "@graphql-eslint/no-typename-prefix": "off",
};
const OF_OPERATIONS = {
  ...graphql.configs["flat/operations-recommended"].rules,
  // Rules join rules: the story of a decision is four deep.
  "@graphql-eslint/selection-set-depth": ["error", { maxDepth: 10 }],
  // It forbids names that end with the kind of an operation, and saved queries are what some of ours are about.
  "@graphql-eslint/naming-convention": [
    "error",
    { OperationDefinition: "PascalCase", FragmentDefinition: "PascalCase" },
  ],
};

export async function lintGraph() {
  const cwd = fileURLToPath(new URL("../../schema", import.meta.url));
  const graphQLConfig = { schema: schemaFile("api.graphql"), documents: `${FOLDER}/**/*.graphql` };
  const config = (files, rules) => ({
    files,
    rules,
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    plugins: { "@graphql-eslint": graphql },
  });
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [config(["api.graphql"], OF_SCHEMA), config(["operations/**/*.graphql"], OF_OPERATIONS)],
  });
  const results = await eslint.lintFiles(["api.graphql", "operations/**/*.graphql"]);
  const findings = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
  );
  if (findings.length > 0) throw new Error(findings.join("\n"));
  console.log(`graphql-eslint: ${results.length} files, no finding.`);
}
