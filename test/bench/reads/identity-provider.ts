import http from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface IdentityProvider {
  /** What a production installation is given to trust it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly keysUrl: string;
  /** A token of a role, for a day. */
  token(role: string): Promise<string>;
  close(): void;
}

/** An identity provider as production has one: keys under an address, tokens signed by them. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "bench", alg: "EdDSA", use: "sig" }] };
  const server = http.createServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(keys)),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`; // A TCP server's address is never text.
  return {
    keysUrl,
    environment: { TOKEN_JWKS_URL: keysUrl, TOKEN_ISSUER: "bench-idp", TOKEN_AUDIENCE: "tiergraph" },
    token: (role) =>
      new SignJWT({ role })
        .setProtectedHeader({ alg: "EdDSA", typ: "JWT", kid: "bench" })
        .setSubject(`bench ${role}`)
        .setIssuer("bench-idp")
        .setAudience("tiergraph")
        .setIssuedAt()
        .setExpirationTime("1d")
        .sign(privateKey),
    close: () => server.close(),
  };
}
