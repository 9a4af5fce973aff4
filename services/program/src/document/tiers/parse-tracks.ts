import { readTitle, type YamlCursor } from "../notation/index.js";
import { type Citable, readRequirement, tracksCitedIn } from "../requirements/index.js";
import type { Track } from "./track.js";

/**
 * Reads the tracks, in document order. At most one of them is `otherwise`, and no classifying rule uses a classified
 * track.
 */
export function readTracks(cursor: YamlCursor | null, citable: Citable): Track[] {
  const tracks = readEach(cursor, citable);
  const sorted = new Set(tracks.filter(({ classified }) => classified !== null).map(({ name }) => name));
  const fields = cursor?.mapping("tracks by name");
  for (const { name, classified } of tracks) {
    if (classified === null || classified === "otherwise") continue;
    const circular = tracksCitedIn(classified).find((track) => sorted.has(track));
    if (circular === undefined) continue;
    const message = `who is in \`${name}\` cannot depend on \`${circular}\`: partners are sorted into both`;
    fields?.required(name).mapping("a track").required("classified").refuse("INVALID_VALUE", message);
  }
  return tracks;
}

function readEach(cursor: YamlCursor | null, citable: Citable): Track[] {
  const entries = cursor?.mapping("tracks by name").named() ?? [];
  let takesTheRest: string | null = null;
  return entries.map(([name, field]) => {
    const fields = field.mapping("a track").only(["title", "description", "classified"]);
    const classified = fields.optional("classified");
    const track: Track = {
      name,
      title: readTitle(fields, name),
      description: fields.optional("description")?.words() ?? null,
      classified: classified && readClassification(classified, citable),
    };
    if (track.classified === "otherwise") {
      if (takesTheRest !== null)
        classified?.refuse("INVALID_VALUE", `\`${takesTheRest}\` takes the remaining partners already`);
      takesTheRest ??= name;
    }
    return track;
  });
}

function readClassification(cursor: YamlCursor, citable: Citable): Track["classified"] {
  return cursor.isMapping || cursor.isList ? readRequirement(cursor, citable) : cursor.oneOf(["otherwise"] as const);
}
