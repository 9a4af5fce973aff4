import { selectsTooMuch, TOO_MANY_SELECTIONS } from "@tiergraph/kit/subgraph/selection-bound";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
  visit,
} from "graphql";

// Several times what the largest committed operation has, and far less than what makes a document slow to check.

/** Characters of a document; the largest committed one has 3,000. Reading a longer one takes tens of milliseconds. */
export const MAX_CHARACTERS = 50_000;
/** Fields within each other, fragments in their places; the largest of introspection has 15. */
export const MAX_DEPTH = 20;
export const MAX_ALIASES = 50;
export const MAX_DIRECTIVES = 100;
/** Fields of `Query` or `Mutation` that one operation names. */
export const MAX_ROOT_FIELDS = 20;
/** Errors that an answer names which refuses a document. */
export const MAX_ERRORS = 5;

/** Refuses a document past any of the limits with one error that names it: no other rule walks such a document. */
export const boundDocument: ValidationRule = (context) => ({
  Document: (document) => {
    const excess = excessOf(document);
    if (excess === null) return;
    context.reportError(new GraphQLError(excess));
    return null; // Leaves the document out of the walk, for every rule.
  },
});

function excessOf(document: DocumentNode): string | null {
  // First, since what follows takes its time by what is selected.
  if (selectsTooMuch(document)) return TOO_MANY_SELECTIONS;
  const { aliases, directives } = countsOf(document);
  if (aliases > MAX_ALIASES) return tooMany("gives", aliases, "aliases", MAX_ALIASES);
  if (directives > MAX_DIRECTIVES) return tooMany("has", directives, "directives", MAX_DIRECTIVES);
  const { depth, rootFields } = formOf(document);
  if (depth > MAX_DEPTH)
    return `The document nests fields ${depth} deep, and ${MAX_DEPTH} are allowed: ask in several.`;
  if (rootFields > MAX_ROOT_FIELDS) return tooMany("names", rootFields, "fields of the root", MAX_ROOT_FIELDS);
  return null;
}

const tooMany = (verb: string, count: number, what: string, most: number): string =>
  `The document ${verb} ${count} ${what}, and ${most} are allowed: ask in several.`;

/** As they stand in the text. */
function countsOf(document: DocumentNode): { aliases: number; directives: number } {
  let [aliases, directives] = [0, 0];
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases++;
    },
    Directive: () => {
      directives++;
    },
  });
  return { aliases, directives };
}

/** Of the largest operation, each fragment looked at once: those that nest take no longer than their text. */
function formOf(document: DocumentNode): { depth: number; rootFields: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const known = new Map<string, { depth: number; fields: number }>();
  const ofFragment = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, { depth: 0, fields: 0 }); // A fragment within itself is refused by validation: here it ends.
    const form = ofSelections(fragments.get(name)?.selectionSet);
    known.set(name, form);
    return form;
  };
  const ofSelections = (set: SelectionSetNode | undefined): { depth: number; fields: number } => {
    let [depth, fields] = [0, 0];
    for (const one of set?.selections ?? []) {
      const within = one.kind === Kind.FRAGMENT_SPREAD ? ofFragment(one.name.value) : ofSelections(one.selectionSet);
      depth = Math.max(depth, within.depth + (one.kind === Kind.FIELD ? 1 : 0));
      fields += one.kind === Kind.FIELD ? 1 : within.fields;
    }
    return { depth, fields };
  };
  const forms = document.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? ofSelections(one.selectionSet) : { depth: 0, fields: 0 },
  );
  return {
    depth: Math.max(0, ...forms.map(({ depth }) => depth)),
    rootFields: Math.max(0, ...forms.map(({ fields }) => fields)),
  };
}
