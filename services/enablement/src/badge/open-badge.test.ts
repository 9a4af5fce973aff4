import { decodeProtectedHeader, importJWK, jwtVerify } from "jose";
import { expect, test } from "vitest";
import type { CertificationRow } from "../certification/certification.store.js";
import { badgeSigner, openBadge } from "./open-badge.js";

const row: CertificationRow = {
  partnerId: "p",
  personId: "0190a000-0000-7000-8000-000000000002",
  course: "architecture",
  level: "expert",
  certificationId: "0190a000-0000-7000-8000-000000000001",
  role: null,
  issuedOn: "2024-02-29",
  expiresOn: "2025-08-29",
  term: "2025-08-29",
  courseVersion: 2,
  countsFrom: null,
  checkCode: "0123456789abcdef0123",
  endedBecause: null,
};
const course = { name: "architecture", title: "Architecture and scale" };
const signer = badgeSigner("a secret of tests");
const badge = (given: CertificationRow = row, by = signer) =>
  openBadge(given, { course, program: "northwind", signer: by });

test("a badge is signed, says what was learned and until when it holds, and verifies with the published key", async () => {
  const { payload, protectedHeader } = await jwtVerify(await badge(), await importJWK(await signer.publicKey()));
  expect(protectedHeader).toMatchObject({ alg: "EdDSA", jwk: { kty: "OKP", crv: "Ed25519" } });
  expect(payload).toMatchObject({
    iss: "urn:tiergraph:northwind",
    jti: `urn:uuid:${row.certificationId}`,
    nbf: Date.UTC(2024, 1, 29) / 1_000,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    validFrom: "2024-02-29T00:00:00Z",
    validUntil: "2025-08-29T00:00:00Z",
    credentialSubject: { id: `urn:uuid:${row.personId}`, achievement: { name: "Architecture and scale" } },
  });
  expect(JSON.stringify(payload)).not.toContain('"p"');
});

test("what holds for good has no end, and one secret makes one key", async () => {
  const { payload } = await jwtVerify(
    await badge({ ...row, expiresOn: null }),
    await importJWK(await badgeSigner("a secret of tests").publicKey()),
  );
  expect(payload).not.toHaveProperty("validUntil");
  const other = badgeSigner("another secret");
  await expect(jwtVerify(await badge(row, other), await importJWK(await signer.publicKey()))).rejects.toThrow();
  expect(decodeProtectedHeader(await badge(row, other)).jwk).not.toHaveProperty("d");
});
