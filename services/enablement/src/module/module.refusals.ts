import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { SUBJECT_REFUSALS } from "../report/index.js";

export const moduleRefusals = refusalTable("module", {
  ...SUBJECT_REFUSALS,
  ModuleUnknown: {
    at: ["module"],
    message: "{title} has no module {module}.",
    values: ({ title, module }: { title: string; module: string }) => ({ title, module: module.slice(0, 64) }),
    meaning: "The course has no such module.",
  },
});
export type ModuleRefusal = RefusalOf<typeof moduleRefusals>;
