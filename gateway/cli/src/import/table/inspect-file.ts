import { createHash } from "node:crypto";
import fs from "node:fs";

export interface FileInspection {
  readonly bytes: number;
  /** Of all that it holds. */
  readonly sha256: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
}

/** UTF-16 without a mark shows by the empty half of its signs. */
const START_BYTES = 64 * 1024;

/**
 * Reads a whole file once, in constant memory, to detect its encoding: by its byte-order mark, else UTF-16 by its zero
 * bytes, else UTF-8 where all but a few characters are valid, else Windows-1252, which nothing distinguishes from
 * other single-byte encodings.
 *
 * @throws what the file system says
 */
export async function inspectFile(file: string): Promise<FileInspection> {
  const hash = createHash("sha256");
  const asUtf8 = new TextDecoder("utf-8");
  const counts = { sound: 0, broken: 0 };
  let start = Buffer.alloc(0);
  let bytes = 0;
  const count = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const sign = text.charCodeAt(i);
      if (sign === 0xfffd) counts.broken++;
      else if (sign > 0x7f) counts.sound++;
    }
  };
  for await (const chunk of fs.createReadStream(file) as AsyncIterable<Buffer>) {
    if (start.length < START_BYTES) start = Buffer.concat([start, chunk]).subarray(0, START_BYTES);
    bytes += chunk.length;
    hash.update(chunk);
    count(asUtf8.decode(chunk, { stream: true }));
  }
  count(asUtf8.decode());
  const isUtf8 = counts.broken === 0 || counts.sound > counts.broken;
  return { bytes, sha256: hash.digest("hex"), encoding: wideEncoding(start) ?? (isUtf8 ? "utf-8" : "windows-1252") };
}

function wideEncoding(start: Buffer): string | null {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const empty = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = empty;
  if (odd > start.length / 4 && even === 0) return "utf-16le";
  return even > start.length / 4 && odd === 0 ? "utf-16be" : null;
}

/** Whether a name of an encoding is known. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}
