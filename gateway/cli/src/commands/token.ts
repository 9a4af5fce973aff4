import { developmentIssuer } from "@tiergraph/installation/client-tokens";
import {
  DEVELOPMENT_ROLES,
  isBoundRole,
  isDevelopmentRole,
  signDevelopmentToken,
} from "@tiergraph/installation/development-tokens";
import { EnvironmentRefused, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { isUuid } from "@tiergraph/kit/values/ids";

// Prints one development token and nothing else: `npm run token -- partner 0197…`.
const USAGE = `Usage: npm run token -- ${Object.keys(DEVELOPMENT_ROLES).join("|")} [partner id …] [as=NAME]`;

const given = process.argv.slice(2);
// What one person asked for is decided by a second one: `as=` distinguishes two of the same role.
const person = given.find((argument) => argument.startsWith("as="))?.slice("as=".length);
const [role = "", ...partnerIds] = given.filter((argument) => !argument.startsWith("as="));
const refusal = refusalOf();
if (refusal !== null) {
  console.error(refusal);
  process.exit(2);
}
console.log(await token());

function refusalOf(): string | null {
  if (!isDevelopmentRole(role)) return USAGE;
  const strange = partnerIds.find((id) => !isUuid(id));
  if (strange !== undefined) return `${strange} is no partner id.\n${USAGE}`;
  if (role === "partner" && partnerIds.length !== 1) return `A partner's token names one partner id.\n${USAGE}`;
  if (role === "partner-manager" && partnerIds.length === 0)
    return `A partner manager's token names the partners they manage.\n${USAGE}`;
  if (!isBoundRole(role) && partnerIds.length > 0) return `A token for ${role} names no partner.\n${USAGE}`;
  return null;
}

async function token(): Promise<string> {
  if (!isDevelopmentRole(role)) throw new Error("An unknown role passed the check");
  try {
    const { clientTrust } = readEnvironment(process.env, ROOT);
    if (clientTrust.kind === "IdentityProvider")
      throw new EnvironmentRefused("In production tokens come from the identity provider.");
    return await signDevelopmentToken(developmentIssuer(clientTrust.tokenKey), role, partnerIds, person);
  } catch (error) {
    if (!(error instanceof EnvironmentRefused)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
