import type { PlaygroundConfig } from "../src/playground-config";
import { ownToken } from "./use-token";

/** Asks the gateway for the examples and tokens. Without an answer the playground still works, empty, and says why. */
export async function loadConfig(): Promise<{ config: PlaygroundConfig; notice?: string }> {
  try {
    const token = ownToken();
    const response = await fetch("/playground/config.json", {
      headers: { accept: "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    // Our own gateway writes it from the same type.
    return { config: (await response.json()) as PlaygroundConfig };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      config: { operations: [], roles: [] },
      notice: `The example operations and tokens could not be loaded (${reason}). Reload the page to try again.`,
    };
  }
}
