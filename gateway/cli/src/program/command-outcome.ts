/** What a command prints, and its exit code. */
export interface CommandOutcome {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exitCode: number;
}

/** 1 for what was read and is refused, 2 for what could not be read or asked. */
export const REFUSED = 1;
export const UNREADABLE = 2;

export const printed = (lines: readonly string[], exitCode = 0): CommandOutcome => ({
  stdout: lines,
  stderr: [],
  exitCode,
});

export const failed = (lines: readonly string[], exitCode: number): CommandOutcome => ({
  stdout: [],
  stderr: lines,
  exitCode,
});

export const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
