import type { CertificationRow } from "../certification/index.js";
import { courseOf } from "../course/index.js";
import type { ProgramReader } from "../program/index.js";
import { type BadgeSigner, openBadge } from "./open-badge.js";

/** How resolvers make badges of certifications, and say by which key they are signed. */
export const badgeReads = (program: ProgramReader, signer: BadgeSigner) => ({
  openBadge: async (row: CertificationRow): Promise<string> => {
    const inForce = await program();
    const course = courseOf(inForce?.courses ?? [], row.course);
    return openBadge(row, { course, program: inForce?.name ?? "partner-program", signer });
  },
  badgeKeys: async (): Promise<string> => JSON.stringify({ keys: [await signer.publicKey()] }),
});
export type BadgeReads = ReturnType<typeof badgeReads>;
