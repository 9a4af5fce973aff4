import fs from "node:fs";
import { schemaFile } from "@tiergraph/gateway/schema-files";
import { buildSchema, parse, validate } from "graphql";

/** What is wrong with the operations under `schema/operations`, each against the API that clients see. */
export function invalidOperations(api: string): string[] {
  const schema = buildSchema(api);
  const files = fs.readdirSync(schemaFile("operations")).filter((file) => file.endsWith(".graphql"));
  return files.flatMap((file) =>
    validate(schema, parse(fs.readFileSync(schemaFile(`operations/${file}`), "utf8"))).map(
      ({ message }) => `${file}: ${message}`,
    ),
  );
}
