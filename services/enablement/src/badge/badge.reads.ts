import type { CertificationRow } from "../certification/certification.store.js";
import { courseOf } from "../course/course-node.js";
import type { Loading } from "../loading.js";
import { openBadge } from "./open-badge.js";

/** How resolvers make badges of certifications, and say by which key they are signed. */
export const badgeLoaders = ({ program, signer }: Loading) => ({
  openBadge: async (row: CertificationRow): Promise<string> => {
    const inForce = await program();
    const course = courseOf(inForce?.courses ?? [], row.course);
    return openBadge(row, { course, program: inForce?.name ?? "partner-program", signer });
  },
  badgeKeys: async (): Promise<string> => JSON.stringify({ keys: [await signer.publicKey()] }),
});
