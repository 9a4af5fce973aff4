import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { measureFacts } from "@tiergraph/program/measure";
import { inputsOf } from "@tiergraph/program/place";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import {
  addPartners,
  changePartners,
  findPartnersByCode,
  lockRegistration,
  type PartnerRow,
  putWords,
} from "../partner/index.js";
import { findDecisions, findTierStatuses, place } from "../placement/index.js";
import { startPlacement } from "../placement-run/index.js";
import { findProgramInForce, lockProgramsForReading, type ProgramVersionRow, programFor } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { checkRegistration, type PartnerRegistration } from "./check-registration.js";
import type { RegistrationRefusal } from "./registration.refusals.js";
import { type Moved, type TrackChange, trackChangesOf, withOtherTracks } from "./track-changes.js";

export type Registration =
  | {
      readonly kind: "PartnersRegistered";
      readonly partners: readonly PartnerRow[];
      readonly added: number;
      readonly changed: number;
      readonly trackChanges: readonly TrackChange[];
    }
  | { readonly kind: "RegistrationRefused"; readonly refusals: readonly RegistrationRefusal[] };

/** Registers partners by their code. A known code brings name, region, country and tracks up to date; the rest stays. */
export const registerPartners =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: { partners: readonly PartnerRegistration[]; dryRun: boolean }): Promise<Registration> =>
    (request.dryRun ? db.rehearse : db.transact)(viewer, async (tx) => {
      const now = clock.now();
      await lockProgramsForReading(tx);
      const version = await findProgramInForce(tx);
      const program = version === null ? null : version.document;
      const refusals = checkRegistration(request.partners, program, dayOf(now));
      if (refusals.length > 0) return { kind: "RegistrationRefused", refusals };

      await lockRegistration(tx);
      const codes = request.partners.map(({ code }) => code);
      const known = new Map((await findPartnersByCode(tx, codes)).map((row) => [row.code, row]));
      const rows = request.partners.map((partner) => rowOf(partner, known.get(partner.code), dayOf(now)));
      const newcomers = rows.filter(({ code }) => !known.has(code));
      await addPartners(tx, newcomers, now);
      const changedIds = new Set((await changePartners(tx, rows)).map(({ partnerId }) => partnerId));
      const changed = rows.filter(({ partnerId }) => changedIds.has(partnerId));

      const touched = [...newcomers, ...changed];
      // Of the unchanged, too: a version before this one may have registered them without.
      if (rows.length > 0) await putWords(tx, rows);
      if (touched.length > 0)
        await publish(tx, "PartnersChanged", {
          partners: touched.map(({ partnerId, tracks, region, country }) => ({ partnerId, tracks, region, country })),
        });
      const moves = changed.flatMap((row) => {
        const before = known.get(row.code);
        return before === undefined ? [] : { row, known: before };
      });
      const trackChanges =
        program === null
          ? []
          : await trackChangesIn(
              tx,
              { program, shown: programFor({ viewer, language: DEFAULT_LANGUAGE }, program) },
              withOtherTracks(moves),
            );
      if (version !== null && program !== null) {
        await placeNewcomers(tx, publish, { program, joined: newcomers, now });
        const moved = changed.filter((row) => placedBy(row) !== placedBy(known.get(row.code)));
        await replaceMoved(tx, publish, { version, moved, now });
      }
      return {
        kind: "PartnersRegistered",
        partners: await findPartnersByCode(tx, codes),
        added: newcomers.length,
        changed: changed.length,
        trackChanges,
      };
    });

async function trackChangesIn(
  tx: Transaction,
  programs: { readonly program: Program; readonly shown: Program },
  moved: readonly Moved[],
): Promise<TrackChange[]> {
  if (moved.length === 0) return [];
  const statuses = await findTierStatuses(
    tx,
    moved.map(({ row }) => row.partnerId),
  );
  return trackChangesOf(programs, moved, await findDecisions(tx, statuses));
}

const rowOf = (given: PartnerRegistration, known: PartnerRow | undefined, today: string): PartnerRow => ({
  partnerId: known?.partnerId ?? newId(),
  code: given.code,
  name: given.name ?? known?.name ?? given.code,
  region: given.region ?? known?.region ?? null,
  country: given.country ?? known?.country ?? null,
  tracks: [...(given.tracks ?? known?.tracks ?? [])],
  joinedOn: known?.joinedOn ?? given.joinedOn ?? today,
});

/** What a program may ask differently for: other tracks, another market. */
const placedBy = (row: PartnerRow | undefined): string => JSON.stringify([row?.tracks, row?.region, row?.country]);

/** A newcomer has no facts yet, which is all that a first placement needs to know. */
async function placeNewcomers(
  tx: Transaction,
  publish: PartnersPublisher,
  { program, joined, now }: { program: Program; joined: readonly PartnerRow[]; now: Date },
): Promise<void> {
  if (joined.length === 0) return;
  const measures = inputsOf(measureFacts(program, [], knownCalendarDate(dayOf(now))));
  await place(tx, publish, {
    program,
    asOf: dayOf(now),
    runId: null,
    measuredAt: now,
    decidedAt: now,
    measuresOf: new Map(joined.map(({ partnerId }) => [partnerId, measures])),
  });
}

/** A program may ask other things of other tracks, regions and countries. */
async function replaceMoved(
  tx: Transaction,
  publish: PartnersPublisher,
  { version, moved, now }: { version: ProgramVersionRow; moved: readonly PartnerRow[]; now: Date },
): Promise<void> {
  if (moved.length === 0) return;
  await startPlacement(tx, publish, {
    reason: "TRACKS_CHANGED",
    asOf: dayOf(now),
    startedAt: now,
    version,
    partnerIds: moved.map(({ partnerId }) => partnerId),
  });
}
