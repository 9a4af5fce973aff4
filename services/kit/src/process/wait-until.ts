export interface Patience {
  readonly withinMs: number;
  readonly everyMs: number;
}

/** Asks until it holds, or until patience ends; returns whether it held. */
export async function waitUntil(holds: () => Promise<boolean>, { withinMs, everyMs }: Patience): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
