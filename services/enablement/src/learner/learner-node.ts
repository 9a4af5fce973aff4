import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { LearnerKey } from "./learner.store.js";

export const personOf = ({ partnerId, personId }: LearnerKey) => ({
  id: encodeOwnedId("Person", { partnerId, id: personId }),
});
