import { isUuid, typeOfOwnedId } from "@tiergraph/kit/values/ids";
import { readNamedId } from "@tiergraph/kit/values/named-id";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { decodeMeasurementId } from "@tiergraph/program/measure";

/** The type of the object that an id names, whether there is one or not; null for what is no id of any. */
export function typeOfId(id: string): string | null {
  if (isUuid(id)) return "Partner";
  const owned = typeOfOwnedId(id);
  if (owned !== null) return owned;
  const named = readNamedId(id);
  if (named !== null) return named.type;
  if (decodeTierId(id) !== null) return "Tier";
  return decodeMeasurementId(id) === null ? null : "Measurement";
}
