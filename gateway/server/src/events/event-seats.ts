import { scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";

/** Streams that one viewer may hold open in a process: as many as a person has tabs. */
export const STREAMS_A_VIEWER = 10;
/** Of all viewers together. */
export const STREAMS_A_PROCESS = 2_000;

export type Seating =
  | { readonly kind: "Seated"; readonly leave: () => void }
  | { readonly kind: "ViewerFull" }
  | { readonly kind: "ProcessFull" };

/** Counts open streams, so that neither one client nor many together take all there is. */
export class EventSeats {
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(
    readonly limits: { readonly viewer: number; readonly process: number } = {
      viewer: STREAMS_A_VIEWER,
      process: STREAMS_A_PROCESS,
    },
  ) {}

  take(viewer: Viewer): Seating {
    const key = JSON.stringify([viewer.role, viewer.subject, scopeOf(viewer)]);
    const own = this.#taken.get(key) ?? 0;
    if (own >= this.limits.viewer) return { kind: "ViewerFull" };
    if (this.#all >= this.limits.process) return { kind: "ProcessFull" };
    this.#taken.set(key, own + 1);
    this.#all++;
    let hasLeft = false;
    return {
      kind: "Seated",
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        this.#all--;
        const left = (this.#taken.get(key) ?? 1) - 1;
        if (left === 0) this.#taken.delete(key);
        else this.#taken.set(key, left);
      },
    };
  }
}
