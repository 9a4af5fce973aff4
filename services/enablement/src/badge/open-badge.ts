import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Course } from "@tiergraph/program/document/enablement";
import { exportJWK, type JWK, SignJWT } from "jose";
import type { CertificationRow } from "../certification/index.js";

/** Signs badges, always with the same key in one installation. */
export interface BadgeSigner {
  sign(badge: object, of: { readonly id: string; readonly issuer: string; readonly issuedAt: Date }): Promise<string>;
  publicKey(): Promise<JWK>;
}

/** PKCS #8 of an Ed25519 key, up to its 32 bytes. Source: RFC 8410, 10.3. */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param secret of the installation, from which the key is derived: it is the same in every process, and kept nowhere else */
export function badgeSigner(secret: string): BadgeSigner {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "tiergraph badges", 32));
  const key: KeyObject = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: "der", type: "pkcs8" });
  const jwk = exportJWK(createPublicKey(key)).then((exported) => ({ ...exported, alg: "EdDSA", use: "sig" }));
  return {
    publicKey: () => jwk,
    sign: async (badge, { id, issuer, issuedAt }) =>
      new SignJWT({ ...badge })
        .setProtectedHeader({ alg: "EdDSA", typ: "JWT", jwk: await jwk })
        .setIssuer(issuer)
        .setJti(id)
        .setNotBefore(issuedAt)
        .sign(key),
  };
}

/**
 * A certification as a badge that others read. It says what was learned and until when it holds, of somebody known by an
 * id alone. Source: Open Badges 3.0 (1EdTech), a Verifiable Credential secured as a JWT.
 */
export async function openBadge(
  row: CertificationRow,
  { course, program, signer }: { course: Pick<Course, "name" | "title">; program: string; signer: BadgeSigner },
): Promise<string> {
  const issuer = `urn:tiergraph:${program}`;
  const id = `urn:uuid:${row.certificationId}`;
  const midnight = (day: string) => `${day}T00:00:00Z`;
  const badge = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `${course.title}: ${row.level}`,
    issuer: { id: issuer, type: ["Profile"], name: program },
    validFrom: midnight(row.issuedOn),
    ...(row.expiresOn === null ? {} : { validUntil: midnight(row.expiresOn) }),
    credentialSubject: {
      id: `urn:uuid:${row.personId}`,
      type: ["AchievementSubject"],
      achievement: {
        id: `${issuer}:course:${course.name}:${row.courseVersion}`,
        type: ["Achievement"],
        achievementType: "Certification",
        name: course.title,
        description: `${course.title}, version ${row.courseVersion}, at the level ${row.level}.`,
        criteria: { narrative: `Completing ${course.title}.` },
      },
    },
    evidence: [
      {
        type: ["Evidence"],
        name: "Check code",
        narrative: `To check that it is valid, use the check code ${row.checkCode}.`,
      },
    ],
  };
  return signer.sign(badge, { id, issuer, issuedAt: new Date(midnight(row.issuedOn)) });
}
