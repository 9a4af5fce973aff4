import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { Money } from "../values.graphql.js";

export const RewardsChange = entityStub(
  "RewardsChange",
  {
    source: field.string().directive("@inaccessible"),
    effectiveOn: field.date(),
    partners: field.int("Partners that would be given another amount.").nullable(),
    rewards: field.int("Deals, bonuses and spiffs whose payment would change.").nullable(),
    more: field.of(() => Money, "What would be given on top of what was given.").nullable(),
    less: field.of(() => Money, "What would be taken back of what was given.").nullable(),
    isComplete: field
      .boolean(
        "False where the figures leave something out: there are more facts than one answer works out, or the version pays for kinds of facts that no version paid for before.",
      )
      .nullable(),
  },
  { key: "source effectiveOn" },
);
export type RewardsChange = InstanceType<typeof RewardsChange>;
