/** What a process says of itself at `/readyz`. */
export interface Readiness {
  /** `degraded`: some parts are missing, and most is answered. */
  readonly status: "ready" | "degraded" | "not ready";
  /** Each part by its name: `ready`, or what is wrong with it. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Of a process that has no parts. */
export const readyOrNot = (isReady: boolean): Readiness => ({ status: isReady ? "ready" : "not ready", parts: {} });
