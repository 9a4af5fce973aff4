import { generateKeyPairSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export interface Secrets {
  /** Signs cursors and derives the passwords of the services' login roles. */
  readonly secret: string;
  /** Signs the gateway's tokens for the subgraphs. */
  readonly gatewaySecret: string;
  /** Signs development tokens for clients: an Ed25519 key, PKCS #8 in PEM. */
  readonly tokenKey: string;
}

/** The secrets of a development installation: made at the first start and kept, readable by their owner only. */
export function developmentSecrets(directory: string): Secrets {
  const file = path.join(directory, "secrets.json");
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const made: Secrets = {
      secret: randomBytes(32).toString("hex"),
      gatewaySecret: randomBytes(32).toString("hex"),
      tokenKey: generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };
    // Two first starts at once must agree: the first to create the link wins, and both read its content.
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }
  return JSON.parse(fs.readFileSync(file, "utf8")) as Secrets; // Written just so, here or by an earlier start.
}
