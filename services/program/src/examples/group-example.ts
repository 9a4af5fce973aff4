import type { Program } from "../document/program/index.js";
import type { GroupedRequirement } from "../document/requirements/index.js";
import { groupWords, inWords } from "../words/index.js";
import type { WorkedExample } from "./worked-example.js";

/** An example with groups that meet the condition and groups that do not, by the document's own names. */
export function groupExample(program: Program, { by, needs, where }: GroupedRequirement): WorkedExample {
  const { one, many, values } = groupWords(program, by);
  const [first, second] = values;
  if (needs === "all") {
    const which = where === null ? "" : " of which the condition holds";
    if (first === undefined || second === undefined)
      return { meets: `Met for every ${one}${which} is enough.`, misses: `missed for one ${one} is not.` };
    return {
      meets: `A partner with the ${many} ${first} and ${second}${which} meets it with both.`,
      misses: `with ${first} alone it does not.`,
    };
  }
  const named = values.slice(0, needs);
  const enough = named.length === needs ? inWords(named) : `${needs === 1 ? `any one ${one}` : `any ${needs} ${many}`}`;
  const rest = named.slice(0, -1);
  return {
    meets: `Met for ${enough} is enough.`,
    misses:
      needs === 1 ? null : `met for ${rest.length === needs - 1 ? inWords(rest) : String(needs - 1)} alone is not.`,
  };
}
