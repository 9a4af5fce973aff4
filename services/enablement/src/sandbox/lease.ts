import type { SandboxTerms } from "@tiergraph/program/document/enablement";
import type { Program } from "@tiergraph/program/document/program";
import { addDays, type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";

/** How many sandboxes a partner of a tier may have at once; null for any number. */
export function quotaOf(
  { tiers }: Pick<Program, "tiers">,
  { benefit }: SandboxTerms,
  tier: string | null,
): number | null {
  const given = tiers.find(({ name }) => name === tier)?.benefits.find((one) => one.benefit === benefit);
  return given === undefined ? 0 : given.quantity;
}

type Extension =
  | { readonly kind: "Extended"; readonly expiresOn: CalendarDate }
  | { readonly kind: "Refused"; readonly because: string };

/** A lease that goes on from its end, as often as the program says. */
export function extend(
  { extension }: SandboxTerms,
  { expiresOn, extended }: { readonly expiresOn: string; readonly extended: number },
): Extension {
  if (extension === null) return { kind: "Refused", because: "The program extends no sandboxes." };
  if (extended >= extension.times)
    return { kind: "Refused", because: `It was extended ${extended} times: the program allows no more.` };
  return { kind: "Extended", expiresOn: addDays(knownCalendarDate(expiresOn), extension.days) };
}
