import { dayText } from "./field-text.js";
import type { LineReading } from "./line-problem.js";
import type { MappedLine } from "./mapped-line.js";

/** `PartnerInput` of the graph: what is null there stays as it was. */
export interface PartnerReport {
  readonly code: string;
  readonly name: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly tracks?: readonly string[] | null;
  readonly joinedOn?: string | null;
}

/** Reads one line as a partner; the first problem is told. Which tracks there are is left to the graph. */
export function partnerOfLine(line: MappedLine, { separator }: { separator: string }): LineReading<PartnerReport> {
  const code = line.text("code");
  if (code === "")
    return {
      kind: "Refused",
      externalId: "",
      problem: { code: "CODE_MISSING", field: "code", message: "The line has no partner code." },
    };
  const joinedOn = dayText("joinedOn", line.text("joinedOn"));
  if (joinedOn.kind === "Refused") return { ...joinedOn, externalId: code };
  const tracks = line
    .text("tracks")
    .split(separator)
    .map((track) => track.trim());
  const named = tracks.filter((track) => track !== "");
  return {
    kind: "Understood",
    report: {
      code,
      name: given(line.text("name")),
      region: given(line.text("region")),
      country: given(line.text("country")),
      tracks: named.length === 0 ? null : [...new Set(named)],
      joinedOn: joinedOn.text,
    },
  };
}

const given = (text: string): string | null => (text === "" ? null : text);
