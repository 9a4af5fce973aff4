import { isDeepStrictEqual } from "node:util";
import { type AnsweredError, askOver, type Endpoint, type HttpAnswer, type Question } from "./ask.js";

export interface Gateways {
  readonly ours: Endpoint;
  readonly other: Endpoint;
}

/** Who asks, and in which language. */
export interface Asker {
  readonly name: string;
  readonly token: string;
  readonly language: string;
}

export interface Compared {
  readonly answer: HttpAnswer;
  /** Where the answers differ, in one line; null where they are alike. */
  readonly difference: string | null;
}

const MAX_ATTEMPTS = 5;

/** Asks both. Where the installation itself changed meanwhile, so that ours answers differently again, asks anew. */
export async function askBoth(gateways: Gateways, { token, language }: Asker, question: Question): Promise<Compared> {
  const headers = { "accept-language": language };
  const askOurs = () => askOver(gateways.ours, token, question, headers);
  let answer = await askOurs();
  for (let attempt = 1; ; attempt++) {
    const found = differenceOf(answer, await askOver(gateways.other, token, question, headers));
    if (found === null) return { answer, difference: null };
    const again = await askOurs();
    if (attempt === MAX_ATTEMPTS || differenceOf(answer, again) === null) return { answer, difference: found };
    answer = again;
  }
}

/** Where two answers differ, in one line; null where they are alike. */
export function differenceOf(ours: HttpAnswer, other: HttpAnswer): string | null {
  return firstDifference(comparable(ours), comparable(other), "");
}

/** What must be the same: ids of requests are each gateway's own. Errors come in no order that anybody promises. */
const comparable = ({ status, data = null, errors = [] }: HttpAnswer) => ({
  status,
  data,
  errors: errors.map(comparableError).sort(),
});

const comparableError = ({ message, path, extensions }: AnsweredError): string =>
  JSON.stringify([message, path, extensions?.code]);

function firstDifference(expected: unknown, found: unknown, at: string): string | null {
  if (isDeepStrictEqual(expected, found)) return null;
  if (isObject(expected) && isObject(found))
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const inside = firstDifference(expected[key], found[key], `${at}.${key}`);
      if (inside !== null) return inside;
    }
  return `${at.slice(1)} is ${shown(expected)}, and the other router has ${shown(found)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const shown = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 200);
