import type { KeyState } from "@tiergraph/installation/published-keys";
import type { Readiness } from "@tiergraph/kit/process/readiness";

/** Services by name: whether each is ready; null while the process starts or drains. */
export type ServiceStates = Readonly<Record<string, boolean>> | null;

const KEYS: Readonly<Record<KeyState, string>> = {
  Known: "ready",
  Outdated: "not reached; keys that were read before go on",
  Unknown: "not reached; no token can be verified",
};

/**
 * What a gateway says of itself. It stays in its balancer while it can answer most of the graph: with one service down
 * every gateway would go otherwise, and clients lose what the other services know.
 */
export function gatewayReadiness(services: ServiceStates, keys: KeyState): Readiness {
  if (services === null) return { status: "not ready", parts: { process: "starting or draining" } };
  const states = Object.values(services);
  const down = states.filter((isReady) => !isReady).length;
  const parts = {
    ...Object.fromEntries(Object.entries(services).map(([name, isReady]) => [name, isReady ? "ready" : "not ready"])),
    tokenKeys: KEYS[keys],
  };
  if (keys === "Unknown" || (down > 0 && down * 2 >= states.length)) return { status: "not ready", parts };
  return { status: down > 0 || keys === "Outdated" ? "degraded" : "ready", parts };
}
