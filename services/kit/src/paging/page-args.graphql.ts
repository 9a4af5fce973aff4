import { argsType, field } from "../values/declared-type.graphql.js";
import { MAX_PAGE_SIZE } from "./cursor.js";
import { PAGE_SIZE } from "./page.js";

/** The arguments of a list, for one service: `argsType({ ...PageArgs.fields, state: … })` where it has more of them. */
export const pageArgsType = () =>
  argsType({
    first: field
      .int(`Reads forwards: 1 to ${MAX_PAGE_SIZE}; ${PAGE_SIZE} if neither \`first\` nor \`last\` is given.`)
      .nullable(),
    after: field.string("The cursor to read on from: `endCursor` of the page before.").nullable(),
    last: field.int(`Reads backwards, from the end or \`before\`: 1 to ${MAX_PAGE_SIZE}.`).nullable(),
    before: field.string("The cursor to read back from: `startCursor` of the page after.").nullable(),
  });
