import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import type DataLoader from "dataloader";
import { courseOf } from "../course/index.js";
import { readablePersonOf, readsTrainingOf } from "../policy.js";
import type { ProgramReader } from "../program/index.js";
import {
  type CertificationRow,
  certificationList,
  findCertificationByCode,
  findCertifications,
  listCertificationsOfPeople,
  listExpiring,
} from "./certification.store.js";
import { type CertificationNode, certificationOf } from "./certification-node.js";
import { checkedCertificationOf } from "./check-certification-node.js";
import { isCheckCode } from "./check-code.js";

const MAX_CERTIFICATIONS = 100;
const MAX_DAYS_AHEAD = 730;

/** How resolvers read certifications: pages, people's, and those that run out, each in one statement a request level. */
export function certificationReads({ db, viewer, reader, cursors, today }: ReadParts, program: ProgramReader) {
  const mayRead = readsTrainingOf(viewer);
  const readablePerson = readablePersonOf(viewer);
  const text = (key: string) => key;
  const certificationsOf = certificationList.ofEach(reader);
  const ofPeople = loaderOfMany(
    async (ids: readonly string[]) =>
      (await listCertificationsOfPeople(reader, ids.flatMap(readablePerson), MAX_CERTIFICATIONS)).map(certificationOf),
    ({ row }) => encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId }),
    text,
  );
  const byDays = new Map<number, DataLoader<string, CertificationRow[], string>>();
  /** Each number of days that a request asks for is a statement of its own, for any number of partners. */
  const expiringWithin = (days: number) => {
    const known = byDays.get(days);
    if (known !== undefined) return known;
    const by = addDays(knownCalendarDate(today), days);
    const loader = loaderOfMany(
      (ids: readonly string[]) =>
        listExpiring(reader, ids.filter(mayRead), { after: today, by, limit: MAX_CERTIFICATIONS }),
      ({ partnerId }: CertificationRow) => partnerId,
      text,
    );
    byDays.set(days, loader);
    return loader;
  };
  return {
    certification: loaderOfOwned(mayRead, async (keys) =>
      (await findCertifications(reader, keys)).map(certificationOf),
    ),
    certifications: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `certifications:${partnerId}`,
        request,
        rows: mayRead(partnerId) ? certificationsOf({ partnerId }) : noRows<CertificationRow>(),
        nodeOf: certificationOf,
      }),
    /** Null for a person whom the viewer may not read. */
    personCertifications: (personId: string): Promise<CertificationNode[]> | null =>
      readablePerson(personId).length === 0 ? null : ofPeople.load(personId),
    expiring: async (partnerId: string, withinDays: number) => {
      if (withinDays < 1 || withinDays > MAX_DAYS_AHEAD)
        refuse("BAD_USER_INPUT", `\`withinDays\` must be 1 to ${MAX_DAYS_AHEAD}.`);
      return (await expiringWithin(withinDays).load(partnerId)).map(certificationOf);
    },
    checkCertification: async (checkCode: string) => {
      // As the system: anybody who holds the code may ask, and learns of no partner.
      const system = db.readAs(systemViewer("enablement"));
      const [row] = isCheckCode(checkCode) ? await findCertificationByCode(system, checkCode) : [];
      if (row === undefined) return null;
      const { title } = courseOf((await program())?.courses ?? [], row.course);
      return checkedCertificationOf(row, title, today);
    },
  };
}
export type CertificationReads = ReturnType<typeof certificationReads>;
