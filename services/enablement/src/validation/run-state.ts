type RunState = "RUNNING" | "WAITING" | "PASSED" | "FAILED";

/** Failed once one check has; passed once all have; else it runs, or waits for somebody to look. */
export function runStateOf(
  checks: readonly { readonly hasPassed: boolean | null; readonly definition: { readonly kind: string } }[],
): RunState {
  if (checks.some(({ hasPassed }) => hasPassed === false)) return "FAILED";
  const open = checks.filter(({ hasPassed }) => hasPassed === null);
  if (open.length === 0) return "PASSED";
  return open.some(({ definition }) => definition.kind === "probe") ? "RUNNING" : "WAITING";
}
