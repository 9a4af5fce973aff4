import { field } from "@tiergraph/kit/values/declared-type.graphql";

/** Where in a program document something is: fields of what is said of it. */
export const PLACE_IN_DOCUMENT = {
  path: field.string("For example `tiers.gold.requires.all[0].measure`; null where it is not the document.").nullable(),
  line: field.int("Line of the document, from 1; null where it is not known.").nullable(),
  column: field.int("Column in the line, from 1; null where it is not known.").nullable(),
};
