import type { YamlCursor } from "../notation/index.js";
import type { ChangeReason } from "./program.js";

/** Reads the reasons for changes since the version before. */
export function readChanges(cursor: YamlCursor | null): ChangeReason[] {
  const elements = cursor?.list("reasons, such as `{ at: tiers.gold.requires, because: … }`") ?? [];
  return elements.map((element) => {
    const fields = element.mapping("a reason for a change").only(["at", "because"]);
    return {
      at: fields.required("at").text("an address, such as tiers.gold.requires"),
      because: fields.required("because").text("why it changed"),
    };
  });
}
