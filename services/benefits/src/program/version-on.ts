interface Version {
  /** Null where it counts for every day. */
  readonly effectiveOn: string | null;
}

/**
 * The version that pays for a day, which is the one that judges it: of those that apply to the day, the one that came
 * into force last; before the first, the one that applies earliest.
 *
 * @param versions at least one, in the order in which they came into force
 */
export function versionOn<Known extends Version>(versions: readonly Known[], day: string): Known {
  const applying = versions.findLast(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day);
  if (applying !== undefined) return applying;
  const [first, ...others] = versions;
  if (first === undefined) throw new Error("No version of a program is known");
  return others.reduce((earliest, one) => (dayOf(one) < dayOf(earliest) ? one : earliest), first);
}

const dayOf = ({ effectiveOn }: Version): string => effectiveOn ?? "";
