import { DEVELOPMENT_ROLES, type DevelopmentRole } from "@tiergraph/installation/development-tokens";
import type { Environment } from "@tiergraph/installation/environment";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { askGraph } from "./ask-graph.js";
import type { OpenGateway } from "./open-gateway.js";

const SHOWN_PARTNERS = 10;
const VIEWER: Viewer = { role: "PROGRAM_MANAGER", subject: "greeting", partnerIds: "all" };

/** Prints where everything is, and in development one token a role; the bound ones are for the first partners by name. */
export async function greet(gateway: OpenGateway, { port, host }: Environment, database: string): Promise<void> {
  const partners = await firstPartners(gateway);
  const partnerIds = partners.map(({ id }) => id);
  await gateway.bindPlayground(partnerIds);
  const tokens = await gateway.developmentTokens(partnerIds);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const lines = [
    "",
    `  Tiergraph is ready, with ${database}.`,
    "",
    `  playground   ${url}/`,
    `  graph        ${url}/graphql`,
    `  operations   ${url}/healthz  ${url}/readyz  ${url}/metrics`,
    "",
    ...Object.entries(tokens ?? {}).map(
      ([role, token]) => `  ${titleOf(role as DevelopmentRole, partners)}\n    ${token}`,
    ),
    "",
  ];
  console.log(lines.join("\n"));
}

interface NamedPartner {
  readonly id: string;
  readonly name: string;
}

/** For whom the development's tokens of bound roles are. */
export async function firstPartners({ graph }: OpenGateway): Promise<readonly NamedPartner[]> {
  const { partners } = await askGraph<{ partners: { nodes: NamedPartner[] } }>(graph, VIEWER, {
    query: `{ partners(first: ${SHOWN_PARTNERS}) { nodes { id name } } }`,
  });
  return partners.nodes;
}

function titleOf(role: DevelopmentRole, partners: readonly { name: string }[]): string {
  const { title } = DEVELOPMENT_ROLES[role];
  if (role === "partner") return `${title} (${partners[0]?.name})`;
  return role === "partner-manager" ? `${title} (of the first ${partners.length} partners)` : title;
}
