import { programOf } from "@tiergraph/program/fixtures";
import { expect, test } from "vitest";
import { contentProblem } from "./content.js";
import type { WrittenContent } from "./content-version.entity.js";

const program = programOf(`program: p
version: 1
currency: USD
tracks: { reseller: {} }
tiers: { registered: { rank: 0, why: W. } }
maturities: { starting: { tiers: registered } }
`);
const piece: WrittenContent = {
  name: "first-call",
  kind: "PLAYBOOK",
  title: "First call",
  summary: "S.",
  role: "sales",
  motion: "new-business",
  maturities: ["starting"],
  tiers: ["registered"],
  tracks: ["reseller"],
  owner: "Enablement",
  sections: [
    { section: "MOTIONS", markdown: "Call." },
    { section: "MESSAGING", markdown: "Say." },
  ],
};

test("a piece with its sections, for whom the program knows, is sound", () => {
  expect(contentProblem(piece, program)).toBeNull();
});

test.each<[string, Partial<WrittenContent>, string]>([
  ["a name that is none", { name: "First call" }, "name"],
  ["no title", { title: " " }, "title"],
  ["no owner", { owner: "" }, "owner"],
  ["a motion in words", { motion: "New business" }, "motion"],
  ["an unknown tier", { tiers: ["gold"] }, "tiers"],
  ["an unknown track", { tracks: ["other"] }, "tracks"],
  ["an unknown maturity", { maturities: ["late"] }, "maturities"],
  ["no section", { sections: [] }, "sections"],
  ["a section of another kind", { kind: "CASE_STUDY" }, "sections.0"],
  ["a section twice", { sections: [piece.sections[0], piece.sections[0]].flatMap((s) => s ?? []) }, "sections.1"],
  ["an empty section", { sections: [{ section: "MOTIONS", markdown: " \n" }] }, "sections.0.markdown"],
])("a piece with %s is refused there", (_, wrong, field) => {
  expect(contentProblem({ ...piece, ...wrong }, program)?.path.join(".")).toBe(field);
});
