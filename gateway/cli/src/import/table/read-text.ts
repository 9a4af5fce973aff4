import fs from "node:fs";

export interface TextOptions {
  /** As `TextDecoder` names it; a byte-order mark is dropped. */
  readonly encoding: string;
  /** Lines at the start that are passed over. */
  readonly skipLines?: number;
  /** Called with how much of the file was read, in bytes. */
  readonly onBytes?: (bytes: number) => void;
}

/** Reads a file as text, piece by piece; what is no text in its encoding comes as U+FFFD. */
export async function* readText(file: string, options: TextOptions): AsyncGenerator<string, void> {
  const { encoding, skipLines = 0, onBytes = () => undefined } = options;
  const source = fs.createReadStream(file);
  const decoder = new TextDecoder(encoding);
  const skip = lineSkipper(skipLines);
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const text = skip(decoder.decode(chunk, { stream: true }));
      onBytes(source.bytesRead);
      if (text !== "") yield text;
    }
    const rest = skip(decoder.decode());
    if (rest !== "") yield rest;
  } finally {
    source.destroy();
  }
}

/** Drops the first lines, in pieces of any size. */
function lineSkipper(lines: number): (text: string) => string {
  let left = lines;
  return (text) => {
    let at = 0;
    while (left > 0) {
      const end = text.indexOf("\n", at);
      if (end === -1) return "";
      at = end + 1;
      left--;
    }
    return at === 0 ? text : text.slice(at);
  };
}
