import { type CommittedOperation, readOperations } from "@tiergraph/schema/operations";
import type { Question } from "./ask.js";
import { type Asker, askBoth, type Gateways } from "./compare.js";
import { operationIn, type Sample, variablesFor } from "./sample-values.js";

/** The first of them may read everything. */
export type Askers = readonly [Asker, ...Asker[]];

/** All committed reads, through both and as each asker: a line for each difference, and how many answers were compared. */
export async function checkReads(gateways: Gateways, askers: Askers, sample: Sample) {
  const reads = readOperations().filter(({ document }) => operationIn(document).operation === "query");
  const problems: string[] = [];
  let answers = 0;
  for (const operation of reads)
    for (const asker of askers)
      for (const question of questionsOf(operation, sample)) {
        const compared = await comparedPages(gateways, asker, question);
        answers += compared.length;
        for (const { answer, difference } of compared) {
          const line = `${operation.name}, asked by a ${asker.name}`;
          if (difference !== null) problems.push(`${line}: ${difference}`);
          // Two refusals are alike, and say nothing of the other router.
          if (asker === askers[0] && (answer.errors !== undefined || isEmpty(answer.data)))
            problems.push(`${line}: not answered, ${JSON.stringify(answer.errors ?? answer.data).slice(0, 200)}`);
        }
      }
  return { reads: reads.length, answers, problems };
}

/** An operation about a partner is asked about both: of one of them a partner's token reads nothing. */
function questionsOf(operation: CommittedOperation, sample: Sample): Question[] {
  const partnerIds = has(operation.document, "partnerId") ? sample.partnerIds : sample.partnerIds.slice(0, 1);
  return partnerIds.map((partnerId) => ({
    query: operation.document,
    variables: variablesFor(operation, sample, partnerId),
  }));
}

/** A list is also read by pages of one: the first, and the one after it. */
async function comparedPages(gateways: Gateways, asker: Asker, question: Question) {
  const whole = await askBoth(gateways, asker, question);
  if (!has(question.query, "first") || !has(question.query, "after")) return [whole];
  const pageAfter = (after: string | null) =>
    askBoth(gateways, asker, { ...question, variables: { ...question.variables, first: 1, after } });
  const first = await pageAfter(null);
  const cursor = cursorIn(first.answer.data);
  return cursor === null ? [whole, first] : [whole, first, await pageAfter(cursor)];
}

const has = (document: string, name: string): boolean =>
  (operationIn(document).variableDefinitions ?? []).some(({ variable }) => variable.name.value === name);

/** Where the first list of an answer goes on; null where it ends. */
function cursorIn(data: unknown): string | null {
  if (typeof data !== "object" || data === null) return null;
  const { endCursor, hasNextPage } = data as { readonly endCursor?: unknown; readonly hasNextPage?: unknown };
  if (typeof endCursor === "string") return hasNextPage === false ? null : endCursor;
  for (const value of Object.values(data)) {
    const found = cursorIn(value);
    if (found !== null) return found;
  }
  return null;
}

const isEmpty = (data: unknown): boolean =>
  typeof data !== "object" || data === null || Object.values(data).every((value) => value === null);
