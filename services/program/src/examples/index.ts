/** Worked examples in numbers for every requirement of a program. */
export { exampleOf } from "./example-of.js";
export { governanceInWords } from "./governance-in-words.js";
export { measureInWords } from "./measure-in-words.js";
export { scoreTermInWords } from "./rated-in-words.js";
export { requirementInWords } from "./requirement-in-words.js";
export { workedExamples } from "./worked-examples.js";
