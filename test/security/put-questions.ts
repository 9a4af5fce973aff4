import { setTimeout } from "node:timers/promises";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from "graphql";
import { withoutRequest } from "../kit/without-request.js";
import type { Filling, KnownValues } from "./argument-values.js";
import type { Markers } from "./markers.js";
import type { Question } from "./walk-schema.js";

export interface Answered {
  readonly question: Question;
  readonly variables: Record<string, unknown>;
  readonly status: number;
  readonly headers: string;
  readonly body: { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: unknown } }[] };
}

export interface Asking {
  readonly url: string;
  readonly token: string;
  readonly filling: Filling;
  readonly known: KnownValues;
}

const AT_ONCE = 6;

/** Puts all questions over HTTP, a few at once, and gives the answers in their order. */
export async function putAll(questions: readonly Question[], asking: Asking): Promise<Answered[]> {
  const answers: Answered[] = [];
  const waiting = questions.map((question, i) => ({ question, i }));
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      answers[next.i] = await put(next.question, asking);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

export async function put(question: Question, { url, token, filling, known }: Asking): Promise<Answered> {
  const variables = question.variables(filling, known);
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: question.query, variables }),
    });
    const body = JSON.parse(withoutRequest(await response.text())) as Answered["body"]; // Every answer of the graph is of this shape.
    const isToComeAgain =
      question.query.startsWith("query") &&
      body.errors?.some(({ extensions }) => extensions?.code === "SUBGRAPH_UNAVAILABLE");
    // Where no connection was free in time, the answer says to try again; five times is a fault.
    if (isToComeAgain && attempt < 5) await setTimeout(200 * attempt);
    else return { question, variables, status: response.status, headers: headersOf(response), body };
  }
}

/** All but the request's own id, which may hold the digits of any marker by chance. */
const headersOf = ({ headers }: Response): string =>
  JSON.stringify([...headers].filter(([name]) => name !== "x-request-id"));

/** Where an answer says what it must not, as `question: text (marker)`. What the question itself said is no news. */
export function leaksIn(answers: readonly Answered[], markers: Markers): string[] {
  return answers.flatMap((answer) => {
    const isNews = newsIn(answer, markers);
    const texts = new Set([...textsIn(answer.body), answer.headers]);
    return [...texts]
      .filter(isNews)
      .map((text) => `${answer.question.title}: ${text.slice(0, 100)} (${markers.find(text)})`);
  });
}

/** The same by field: each `Type.field` that says what it must not. */
export function leakingFields(
  { schema, root }: { schema: GraphQLSchema; root: GraphQLNamedType },
  answers: readonly Answered[],
  markers: Markers,
): string[] {
  const fields = answers.flatMap((answer) => {
    const isNews = newsIn(answer, markers);
    return [...valuesByField(schema, root, [answer])].flatMap(({ field, text }) => (isNews(text) ? [field] : []));
  });
  return [...new Set(fields)].sort();
}

function newsIn({ variables }: Answered, markers: Markers): (text: string) => boolean {
  const said = [...textsIn(variables)];
  return (text) => {
    const marker = said.includes(text) ? null : markers.find(text);
    return marker !== null && !said.some((word) => word.includes(marker));
  };
}

/** The answer without what was sent: answers about what is foreign and what does not exist must be the same then. */
export function withoutSent({ status, variables, body }: Answered): string {
  const sent = [...textsIn(variables)].filter((text) => text.length > 5).sort((a, b) => b.length - a.length);
  return sent.reduce(
    (text, word) => text.replaceAll(JSON.stringify(word).slice(1, -1), "…"),
    // Which of several elements fails first is a matter of chance.
    JSON.stringify({ status, body }).replaceAll(/"path":\[[^\]]*\]/g, (path) => path.replaceAll(/\b\d+\b/g, "0")),
  );
}

/** Every value of the answers with the `Type.field` that it came from. */
export function* valuesByField(
  schema: GraphQLSchema,
  root: GraphQLNamedType,
  answers: readonly Answered[],
): Generator<{ field: string; text: string }> {
  for (const { body } of answers) yield* valuesIn(schema, root, body.data);
}

function* valuesIn(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  value: unknown,
): Generator<{ field: string; text: string }> {
  if (Array.isArray(value)) for (const item of value) yield* valuesIn(schema, type, item);
  else if (value !== null && typeof value === "object") {
    const actual = isAbstractType(type) && "__typename" in value ? schema.getType(String(value.__typename)) : type;
    if (!isObjectType(actual)) return;
    for (const [name, part] of Object.entries(value)) {
      const field = actual.getFields()[name];
      if (field === undefined) continue;
      const target = getNamedType(field.type);
      if (!isLeafType(target)) yield* valuesIn(schema, target, part);
      else for (const text of textsIn(part)) yield { field: `${actual.name}.${name}`, text };
    }
  }
}

/** Every text and number in a value, names of properties included. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number") yield String(value);
  else if (value !== null && typeof value === "object")
    for (const [key, part] of Object.entries(value)) {
      yield key;
      yield* textsIn(part);
    }
}
