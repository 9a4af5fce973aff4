import { developmentIssuer } from "../identity/client-tokens.js";
import { signDevelopmentToken } from "../installation/development-tokens.js";
import { EnvironmentRefused, readEnvironment } from "../installation/environment.js";
import { ROOT } from "../root.js";

/** The token that was given, or that of the environment; in development one of a program manager. */
export async function tokenToUse(given: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const own = given || env.TIERGRAPH_TOKEN;
  if (own) return own;
  const { clientTrust } = readEnvironment(env, ROOT);
  if (clientTrust.kind === "IdentityProvider")
    throw new EnvironmentRefused("In production pass a token with --token or TIERGRAPH_TOKEN.");
  return signDevelopmentToken(developmentIssuer(clientTrust.tokenKey), "program-manager", []);
}
