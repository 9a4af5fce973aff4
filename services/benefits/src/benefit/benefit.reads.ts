import { decodeNamedId, encodeNamedId } from "@tiergraph/kit/values/named-id";
import type { Benefit } from "@tiergraph/program/document/benefits";
import type { Program } from "@tiergraph/program/document/program";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { decimalOfText, formatForReading, toExactString } from "@tiergraph/program/exact";
import type { Programs } from "../program/index.js";

export const benefitReads = (programs: Programs) => ({
  benefits: async () => benefitNodes(await programs.inForce()),
  benefitOfId: async (id: string) => {
    const [name = "", version = "", benefit = ""] = decodeNamedId("Benefit", id) ?? [];
    const program = await programs.version({ program: name, version });
    const found = program?.benefits.find((candidate) => candidate.name === benefit);
    return program === null || found === undefined ? null : benefitNode(program, found);
  },
  tierBenefits: async (tierId: string) => {
    const key = decodeTierId(tierId);
    const program = key === null ? null : await programs.version(key);
    return key === null || program === null ? [] : tierBenefitNodes(program, key.tier);
  },
});
export type BenefitReads = ReturnType<typeof benefitReads>;

const benefitNodes = (program: Program | null) =>
  program === null ? [] : program.benefits.map((benefit) => benefitNode(program, benefit));

/** A benefit as a version of the program gives it. */
export const benefitNode = (program: Pick<Program, "name" | "version">, benefit: Benefit) => {
  const { name, title, description, why, value, cost, owner, claim, per, fulfilledWithinDays } = benefit;
  return {
    id: encodeNamedId("Benefit", program.name, program.version, name),
    name,
    title,
    description,
    why,
    owner,
    claim,
    per,
    fulfilledWithinDays,
    dimension: benefit.dimension,
    value: value && decimalOfText(toExactString(value)),
    costText: cost && decimalOfText(toExactString(cost)),
    transition: transitionInWords(benefit),
  };
};
export type BenefitNode = ReturnType<typeof benefitNode>;

function transitionInWords({ transition: { keeps, isAsPromised } }: Benefit): string {
  const promised = isAsPromised ? ", as promised when it was granted" : "";
  switch (keeps.kind) {
    case "at-once":
      return "Ends with the tier.";
    case "days":
      return `Kept for ${keeps.days} days after the tier is left${promised}.`;
    case "until":
      return `Kept until ${formatForReading(keeps.day)}${promised}.`;
    case "period-end":
      return `Kept until the end of its period${promised}.`;
  }
}

/** What a tier of the program gives, in the order of the document. */
function tierBenefitNodes(program: Program, tier: string) {
  const given = program.tiers.find(({ name }) => name === tier)?.benefits ?? [];
  return given.flatMap(({ benefit: name, quantity }) => {
    const benefit = program.benefits.find((candidate) => candidate.name === name);
    return benefit === undefined ? [] : [{ benefit: benefitNode(program, benefit), quantity }];
  });
}
