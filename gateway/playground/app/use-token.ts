import { useState } from "react";
import type { PlaygroundRole } from "../src/playground-config";

/** Whose eyes the playground looks through. */
export type TokenChoice = { kind: "role"; role: string } | { kind: "none" } | { kind: "own"; token: string };

/** The analyst's choice, kept until the browser tab is closed, and the token that goes with it. */
export function useToken(roles: PlaygroundRole[]) {
  const [choice, setChoice] = useState(() => rememberedChoice(roles) ?? firstChoice(roles));
  return {
    choice,
    token: tokenOf(choice, roles),
    choose(next: TokenChoice) {
      window.sessionStorage.setItem(KEY, JSON.stringify(next));
      setChoice(next);
    },
  };
}

/** The token that the analyst brought, if any. */
export function ownToken(): string | undefined {
  const choice = rememberedChoice([]);
  return choice?.kind === "own" && choice.token !== "" ? choice.token : undefined;
}

const KEY = "tiergraph:token";

function tokenOf(choice: TokenChoice, roles: PlaygroundRole[]): string | undefined {
  if (choice.kind === "role") return roles.find(({ role }) => role === choice.role)?.token;
  if (choice.kind === "own" && choice.token !== "") return choice.token;
  return undefined;
}

/** Nobody sees more than the program manager, so that is where examples show most. */
function firstChoice(roles: PlaygroundRole[]): TokenChoice {
  const first = roles.find(({ role }) => role === "program-manager") ?? roles[0];
  return first === undefined ? { kind: "own", token: "" } : { kind: "role", role: first.role };
}

function rememberedChoice(roles: PlaygroundRole[]): TokenChoice | undefined {
  const stored = parsed(window.sessionStorage.getItem(KEY));
  if (typeof stored !== "object" || stored === null || !("kind" in stored)) return undefined;
  if (stored.kind === "none") return { kind: "none" };
  if (stored.kind === "own" && "token" in stored && typeof stored.token === "string") {
    return { kind: "own", token: stored.token };
  }
  // A role that the gateway no longer offers is forgotten.
  const role = roles.find((known) => "role" in stored && known.role === stored.role);
  return role && { kind: "role", role: role.role };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
