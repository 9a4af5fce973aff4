import type { Requirement } from "../requirements/index.js";

export interface Track {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /**
   * Null for a track that partners choose. Otherwise the program puts a partner on the first track, in the order of the
   * document, whose rule holds; `otherwise` takes whoever is left. Classified tracks exclude each other.
   */
  readonly classified: Requirement | "otherwise" | null;
}
