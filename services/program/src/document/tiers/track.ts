import type { Requirement } from "../requirements/index.js";

export interface Track {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /**
   * Null for a track that partners choose. Otherwise the program puts a partner on the first track, in document order,
   * whose rule holds; `otherwise` takes the rest. A partner has at most one classified track.
   */
  readonly classified: Requirement | "otherwise" | null;
}
