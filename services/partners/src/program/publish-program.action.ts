import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { parseProgram } from "@tiergraph/program/document/parse-program";
import type { Problem } from "@tiergraph/program/document/problem";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { startPlacementIn } from "../placement/start-placement.js";
import type { PartnersPublisher } from "../publisher.js";
import {
  addProgramVersion,
  findProgramInForce,
  findProgramVersion,
  lockPrograms,
  type ProgramVersionRow,
} from "./program.store.js";

export type ProgramPublication =
  | { readonly kind: "ProgramPublished"; readonly version: ProgramVersionRow }
  | { readonly kind: "DocumentRefused"; readonly problems: readonly Problem[] }
  /** A version is published once; what changes, or comes back, is a new version. */
  | { readonly kind: "VersionTaken"; readonly program: string; readonly version: string }
  /** Facts were recorded in the currency in force; what they come to in another is not known. */
  | { readonly kind: "CurrencyChanges"; readonly inForce: string; readonly currency: string };

/** Puts a program document in force, whatever program was before, and starts to place every partner by it, as of today. */
export const publishProgram =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  async (viewer: Viewer, request: { source: string }): Promise<ProgramPublication> => {
    const parsed = parseProgram(request.source);
    if (parsed.kind === "ProgramRefused") return { kind: "DocumentRefused", problems: parsed.problems };
    const { name: program, version } = parsed.program;
    return db.transact(viewer, async (tx) => {
      await lockPrograms(tx);
      const [known] = await findProgramVersion(tx, program, version);
      const [inForce] = await findProgramInForce(tx);
      if (known?.source === request.source && known.sequence === inForce?.sequence)
        return { kind: "ProgramPublished", version: known };
      if (known !== undefined) return { kind: "VersionTaken", program, version };
      const { currency } = parsed.program;
      const currencyInForce = inForce === undefined ? currency : publishedProgram(inForce.source).currency;
      if (currency !== currencyInForce) return { kind: "CurrencyChanges", inForce: currencyInForce, currency };

      const publishedAt = clock.now();
      const row: ProgramVersionRow = {
        sequence: (inForce?.sequence ?? 0) + 1,
        program,
        version,
        source: request.source,
        publishedAt,
        publishedBy: viewer.subject,
      };
      await addProgramVersion(tx, row);
      await publish(tx, "ProgramPublished", {
        program,
        programVersion: version,
        sequence: row.sequence,
        source: row.source,
      });
      await startPlacementIn(tx, publish, {
        reason: "PROGRAM_PUBLISHED",
        asOf: dayOf(publishedAt),
        startedAt: publishedAt,
        version: row,
      });
      return { kind: "ProgramPublished", version: row };
    });
  };
