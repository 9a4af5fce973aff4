import fs from "node:fs";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { readOperations } from "@tiergraph/schema/operations";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { composeSupergraph } from "../compose-supergraph.js";
import { subgraphSdls } from "../embedded.js";
import { manifestOf } from "../persisted/safelist.js";
import { catalogueText, declaredMessages } from "./declared-messages.js";

// Writes the contracts anew from the code: `npm run schema`, after any change of a type, field or message.
const sdls = await subgraphSdls();
for (const name of SERVICES) fs.writeFileSync(schemaFile(`${name}.graphql`), sdls[name]);
const composition = composeSupergraph(sdls);
if (composition.kind === "CompositionRefused") {
  for (const problem of composition.problems) console.error(problem);
  process.exit(1);
}
fs.writeFileSync(schemaFile("supergraph.graphql"), composition.supergraph);
fs.writeFileSync(schemaFile("api.graphql"), composition.api);
const documents = readOperations().map(({ document }) => document);
fs.writeFileSync(schemaFile("persisted-queries.json"), manifestOf(documents));
fs.writeFileSync(schemaFile("messages/en.json"), catalogueText(await declaredMessages()));
