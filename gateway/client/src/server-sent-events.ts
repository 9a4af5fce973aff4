/** One block of a stream of Server-Sent Events. */
export interface ServerSentEvent {
  readonly type: string;
  /** The last id that the stream named; null before the first. */
  readonly id: string | null;
  /** Null for a block that only names an id, or nothing. */
  readonly data: string | null;
}

/**
 * Reads a stream block by block, comments included: they show that it lives.
 *
 * @throws where nothing comes for so many milliseconds
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<ServerSentEvent, void, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let id: string | null = null;
  try {
    for (;;) {
      const { done, value } = await within(silenceMs, reader.read());
      if (done) return;
      // A line may end with both characters, and a part between them.
      const text = rest + decoder.decode(value, { stream: true });
      const isCut = text.endsWith("\r");
      const blocks = (isCut ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n").split("\n\n");
      rest = (blocks.pop() ?? "") + (isCut ? "\r" : "");
      for (const block of blocks) {
        const event = eventIn(block, id);
        id = event.id;
        yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventIn(block: string, lastId: string | null): ServerSentEvent {
  let [type, id] = ["message", lastId];
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, name, value = ""] = /^(\w+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === "event") type = value;
    if (name === "id") id = value;
    if (name === "data") data.push(value);
  }
  return { type, id, data: data.length === 0 ? null : data.join("\n") };
}

function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nothing came for ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
