import type { MappedLine } from "../mapping/mapped-line.js";
import { given } from "./field-text.js";
import type { LineReading } from "./line-problem.js";

/** `PartnerInput` of the graph: what is null there stays as it was. */
export interface PartnerReport {
  readonly code: string;
  readonly name: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly tracks?: readonly string[] | null;
  readonly joinedOn?: string | null;
}

/** Reads one line as a partner, or returns its first problem. Whether its tracks exist is left to the graph. */
export function partnerOfLine(line: MappedLine): LineReading<PartnerReport> {
  const code = line.text("code");
  if (code === "")
    return {
      kind: "Refused",
      externalId: "",
      problem: { code: "CODE_MISSING", field: "code", message: "The line has no partner code." },
    };
  const joinedOn = line.day("joinedOn");
  if (joinedOn.kind === "Refused") return { ...joinedOn, externalId: code };
  const tracks = line.names("tracks");
  return {
    kind: "Understood",
    report: {
      code,
      name: given(line.text("name")),
      region: given(line.text("region")),
      country: given(line.text("country")),
      tracks: tracks.length === 0 ? null : tracks,
      joinedOn: joinedOn.text,
    },
  };
}

/** The partner that a line of something else names; null where it names none. */
export function partnerNamedBy(line: MappedLine): PartnerReport | null {
  const code = line.text("partner");
  if (code === "") return null;
  return {
    code,
    name: given(line.text("partnerName")),
    region: given(line.text("partnerRegion")),
    country: given(line.text("partnerCountry")),
  };
}
