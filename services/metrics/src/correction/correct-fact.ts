import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { postingDay } from "@tiergraph/program/measure";
import type { FactProblem, FactRow } from "../fact/index.js";

/** How a fact that was wrong is taken back. */
type Taking =
  /** It no longer counts at all. */
  | { readonly kind: "Retired" }
  /** Its period is closed and stays as it was: from the day on, it counts against itself. */
  | { readonly kind: "Reversed"; readonly on: string }
  | { readonly kind: "Refused"; readonly problem: FactProblem };

/** @param known the latest revision under the external id; null where there is none */
export function takeBack(
  known: FactRow | null,
  { externalId, program, today }: { externalId: string; program: Pick<Program, "closing" | "calendar">; today: string },
): Taking {
  if (known === null) return refused("FACT_UNKNOWN", `No fact is recorded under ${externalId} for this partner.`);
  if (known.isVoid) return refused("FACT_VOID", `${externalId} was taken back: ${known.correctedBecause}`);
  if (known.kind === "deal.open") return { kind: "Retired" };
  const posting = postingDay(program, knownCalendarDate(known.occurredOn), knownCalendarDate(today));
  switch (posting.kind) {
    case "Open":
      return { kind: "Retired" };
    case "Posted":
      return { kind: "Reversed", on: posting.on };
    case "Closed":
      return refused(
        "PERIOD_CLOSED",
        `The period of ${known.occurredOn} was closed on ${posting.closedOn}, and the program allows no more corrections of it.`,
      );
  }
}

const refused = (code: FactProblem["code"], message: string): Taking => ({
  kind: "Refused",
  problem: { code, field: "externalId", message },
});
