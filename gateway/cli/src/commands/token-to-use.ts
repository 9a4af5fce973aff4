import { developmentIssuer } from "@tiergraph/installation/client-tokens";
import { signDevelopmentToken } from "@tiergraph/installation/development-tokens";
import { EnvironmentRefused, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";

/** The token that was given, or that of the environment; in development one of a program manager. */
export async function tokenToUse(given: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const own = given || env.TIERGRAPH_TOKEN;
  if (own) return own;
  const { clientTrust } = readEnvironment(env, ROOT);
  if (clientTrust.kind === "IdentityProvider")
    throw new EnvironmentRefused("In production pass a token with --token or TIERGRAPH_TOKEN.");
  return signDevelopmentToken(developmentIssuer(clientTrust.tokenKey), "program-manager", []);
}
