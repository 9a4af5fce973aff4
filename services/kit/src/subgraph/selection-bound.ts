import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";

/** Fields and fragments of one document, both as written and once each fragment stands where it is named. */
export const MAX_SELECTIONS = 2_000;

export const TOO_MANY_SELECTIONS = `The document selects more than ${MAX_SELECTIONS} fields once its fragments are put in their place: ask for less at once.`;

/** Whether a document selects more than the bound, as it is written or once its fragments are put in their places. */
export function selectsTooMuch(document: DocumentNode): boolean {
  let written = 0;
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION && one.kind !== Kind.FRAGMENT_DEFINITION) continue;
    written += writtenIn(one.selectionSet);
    if (written > MAX_SELECTIONS) return true;
  }
  return selectionsOf(document) > MAX_SELECTIONS;
}

/**
 * What the largest operation of a document selects once its fragments are put in their places, counted no further than
 * the bound. Each fragment is counted once and remembered by name, so that fragments that nest take no longer than their
 * text; nothing is expanded.
 */
export function selectionsOf(document: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const known = new Map<string, number>();
  const ofFragment = (name: string, depth: number): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 0); // A fragment within itself is refused by validation: here it ends.
    const count = ofSelections(fragments.get(name), depth);
    known.set(name, count);
    return count;
  };
  const ofSelections = (set: SelectionSetNode | undefined, depth: number): number => {
    if (set === undefined) return 0;
    // Each level selects something: past this depth the bound is passed as well, and the stack is not.
    if (depth > MAX_SELECTIONS) return MAX_SELECTIONS + 1;
    let count = 0;
    for (const one of set.selections) {
      count += 1;
      count +=
        one.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(one.name.value, depth + 1)
          : ofSelections(one.selectionSet, depth + 1);
      if (count > MAX_SELECTIONS) return count;
    }
    return count;
  };
  return Math.max(
    0,
    ...document.definitions.map((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? ofSelections(one.selectionSet, 0) : 0,
    ),
  );
}

/** Selections as they stand in the text, counted no further than the bound. */
function writtenIn(set: SelectionSetNode): number {
  const waiting = [set];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined && count <= MAX_SELECTIONS; next = waiting.pop()) {
    count += next.selections.length;
    for (const one of next.selections)
      if (one.kind !== Kind.FRAGMENT_SPREAD && one.selectionSet !== undefined) waiting.push(one.selectionSet);
  }
  return count;
}
