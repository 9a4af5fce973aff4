import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds that a tick of the kernel's accounts stands for: 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;

function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // It has ended; its parent has its account.
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** CPU milliseconds that a process and its children have used so far, children that have ended included. Linux only. */
export function cpuOf(pid: number): number {
  const ended = fieldsOf(pid);
  const running = treeOf(pid).map((one) => {
    const fields = fieldsOf(one);
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return (sum(running) + Number(ended[13] ?? 0) + Number(ended[14] ?? 0)) * TICK_MS;
}

/** Resident megabytes of a process and its children. */
export const memoryOf = (pid: number): number =>
  Math.round(
    sum(
      treeOf(pid).map((one) => {
        try {
          return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, "utf8"))?.[1] ?? 0);
        } catch {
          return 0;
        }
      }),
    ) / 1024,
  );

/** CPU milliseconds that the whole machine has been busy. */
export function busyOf(): number {
  const [user, nice, system, , , irq, softirq] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "")
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return sum([user, nice, system, irq, softirq].map((value) => value ?? 0)) * TICK_MS;
}
