import type { Probed } from "@tiergraph/kit/http/guarded-get";
import type { ValidationCheck } from "@tiergraph/program/document/enablement";

interface Judged {
  readonly hasPassed: boolean;
  /** What was asked, and what came back. */
  readonly evidence: string;
}
export type ProbeCheck = Extract<ValidationCheck, { kind: "probe" }>;

const MAX_SHOWN = 200;

/** The address that a check asks: its path at the partner's endpoint. */
export const addressOf = (endpoint: string, { path }: Pick<ProbeCheck, "path">): string =>
  `${endpoint.replace(/\/+$/, "")}${path}`;

/** Whether an endpoint answered as a check expects, and what it answered. */
export function judgeProbe(check: ProbeCheck, address: string, probed: Probed): Judged {
  const asked = `GET ${address}`;
  if (probed.kind === "Unanswered") return { hasPassed: false, evidence: `${asked}: ${probed.because}` };
  const answered = `${asked} answered ${probed.status} in ${probed.milliseconds} ms`;
  if (probed.status !== check.status) return { hasPassed: false, evidence: `${answered}, not ${check.status}.` };
  const document = parsed(probed.body);
  for (const [pointer, expected] of check.json) {
    const found = valueAt(document, pointer);
    if (found !== expected)
      return {
        hasPassed: false,
        evidence: `${answered}; ${pointer} is ${found === null ? "missing" : shown(found)}, not ${shown(expected)}.`,
      };
  }
  return { hasPassed: true, evidence: `${answered}, as expected.` };
}

const shown = (text: string): string => `\`${text.slice(0, MAX_SHOWN)}\``;

/** The single value at a JSON Pointer (RFC 6901), as text; null where there is none. */
function valueAt(document: unknown, pointer: string): string | null {
  let value = document;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key]; // It has that key.
  }
  return value === null || typeof value === "object" || value === undefined ? null : String(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
