import { readOperations } from "@tiergraph/schema/operations";
import { buildSchema, parse, validate } from "graphql";

/** What is wrong with the operations under `schema/operations`, each against the API that clients see. */
export function invalidOperations(api: string): string[] {
  const schema = buildSchema(api);
  return readOperations().flatMap(({ subject, name, document }) =>
    validate(schema, parse(document)).map(({ message }) => `${subject}/${name}.graphql: ${message}`),
  );
}
