import { readDistinct, type YamlFields } from "../notation/index.js";
import type { Citable } from "./citable.js";
import type { Audience } from "./requirement.js";

/** Keys of an audience. */
export const AUDIENCE_KEYS = ["tracks", "regions", "countries", "markets"];

/** Reads an audience: everyone without a key. Tracks and markets must be declared. */
export function readAudience(fields: YamlFields, citable: Pick<Citable, "tracks" | "markets">): Audience {
  const listed = (key: string) => fields.optional(key)?.listOrOne("a name, or a list of names") ?? [];
  return {
    tracks: readDistinct(listed("tracks"), (track) => track.nameOf("track", citable.tracks)),
    regions: readDistinct(listed("regions"), (region) => region.text("a region")),
    countries: readDistinct(listed("countries"), (country) => country.text("a country")),
    markets: readDistinct(listed("markets"), (market) => market.nameOf("market", citable.markets)),
  };
}
