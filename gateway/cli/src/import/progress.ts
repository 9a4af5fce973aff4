import { SingleBar } from "cli-progress";

export interface Progress {
  at(state: { readonly lines: number; readonly bytes: number }): void;
  note(text: string): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

/** Shows how far an import is: a bar where a person watches, else a line every five seconds. */
export const openProgress = (
  out: NodeJS.WriteStream,
  { totalBytes, now }: { totalBytes: number; now: () => number },
): Progress => (out.isTTY ? bar(out, totalBytes) : lines(out, { totalBytes, now }));

function bar(out: NodeJS.WriteStream, totalBytes: number): Progress {
  const shown = new SingleBar({
    stream: out,
    format: "{bar} {percentage}% | {lines} lines | {eta_formatted} left",
    hideCursor: true,
  });
  shown.start(totalBytes, 0, { lines: 0 });
  return {
    at: ({ lines: count, bytes }) => shown.update(bytes, { lines: count }),
    note: (text) => void out.write(`\n${text}\n`),
    stop: () => shown.stop(),
  };
}

function lines(out: NodeJS.WriteStream, { totalBytes, now }: { totalBytes: number; now: () => number }): Progress {
  let writtenAt = now();
  return {
    at: ({ lines: count, bytes }) => {
      if (now() - writtenAt < LINE_EVERY_MS) return;
      writtenAt = now();
      out.write(`${count} lines, ${Math.floor((100 * bytes) / Math.max(totalBytes, 1))}%\n`);
    },
    note: (text) => void out.write(`${text}\n`),
    stop: () => undefined,
  };
}
