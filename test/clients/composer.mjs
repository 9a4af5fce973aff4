// A third composer: what only some composers take is no contract for other routers.
import { readFileSync } from "node:fs";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSIONS } from "@wundergraph/composition";
import { parse } from "graphql";

const SUBGRAPHS = ["partners", "metrics", "benefits", "enablement"];

export function composeByWunderGraph() {
  const subgraphs = SUBGRAPHS.map((name) => {
    const definitions = parse(readFileSync(schemaFile(`${name}.graphql`), "utf8"));
    return { name, url: `http://${name}`, definitions };
  });
  const { errors = [], warnings = [] } = federateSubgraphs({
    subgraphs,
    version: [...ROUTER_COMPATIBILITY_VERSIONS][0],
  });
  const complaints = [...errors, ...warnings].map(({ message }) => message);
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  console.log("WunderGraph's composer: no error, no warning.");
}
