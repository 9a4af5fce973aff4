import type { FormEvent } from "react";
import type { PlaygroundRole } from "../src/playground-config";
import type { TokenChoice } from "./use-token";

/** Picks the token that goes with every request: of a development role, none, or one that the user enters. */
export function TokenPicker({ roles, choice, onChoose }: TokenPickerProps) {
  return (
    <div className="playground-token">
      <label>
        <span aria-hidden="true">Token</span>
        <select
          aria-label="Token"
          value={choice.kind === "role" ? `role:${choice.role}` : choice.kind}
          onChange={(event) => onChoose(choiceOf(event.currentTarget.value))}
        >
          {roles.map(({ role, title }) => (
            <option key={role} value={`role:${role}`}>
              {title}
            </option>
          ))}
          <option value="none">no token</option>
          <option value="own">own token…</option>
        </select>
      </label>
      {choice.kind === "own" && <OwnToken token={choice.token} onChoose={onChoose} />}
    </div>
  );
}

type TokenPickerProps = { roles: PlaygroundRole[]; choice: TokenChoice; onChoose: (choice: TokenChoice) => void };

/** Taken as a whole on Enter or the button: each keystroke would ask for the schema anew with half a token. */
function OwnToken({ token, onChoose }: { token: string; onChoose: (choice: TokenChoice) => void }) {
  const use = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("token");
    if (typeof typed === "string") onChoose({ kind: "own", token: withoutScheme(typed) });
  };
  return (
    <form onSubmit={use}>
      <input
        name="token"
        type="password"
        aria-label="Own token"
        placeholder="paste a token"
        autoComplete="off"
        spellCheck={false}
        defaultValue={token}
      />
      <button type="submit">Use</button>
    </form>
  );
}

function choiceOf(value: string): TokenChoice {
  if (value === "none") return { kind: "none" };
  if (value === "own") return { kind: "own", token: "" };
  return { kind: "role", role: value.slice("role:".length) };
}

/** People copy tokens together with the word in front. */
function withoutScheme(typed: string): string {
  return typed.trim().replace(/^bearer\s+/i, "");
}
