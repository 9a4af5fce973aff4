import { request } from "undici";

/** An event as it stands in the stream. */
export interface StreamedEvent {
  readonly type: string;
  readonly id: string;
  readonly data: { readonly partnerId?: string; readonly at: string };
}

export interface ReadStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** All that came, as text. */
  text(): string;
  /** The events that came. */
  events(): StreamedEvent[];
  /** `type partnerId` of those that came, without resets. */
  changes(): string[];
  /** The last id that was named. */
  lastId(): string;
  /** Settles when the server ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

interface Asked {
  readonly query?: string;
  readonly lastEventId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a stream of events over a connection of its own, and keeps what comes. */
export async function readEvents(
  url: string,
  token: string | null,
  { query = "", lastEventId, headers = {} }: Asked = {},
): Promise<ReadStream> {
  const leaving = new AbortController();
  const answer = await request(`${url}/events${query}`, {
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(lastEventId !== undefined && { "last-event-id": lastEventId }),
      ...headers,
    },
    reset: true,
    bodyTimeout: 0,
    signal: leaving.signal,
  });
  let text = "";
  const read = async () => {
    for await (const part of answer.body.setEncoding("utf8")) text += part;
  };
  const events = () => blocksOf(text).flatMap(eventIn);
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: () => text,
    events,
    changes: () =>
      events()
        .filter(({ type }) => type !== "reset")
        .map(({ type, data }) => `${type} ${data.partnerId}`),
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? "",
    ended: read().catch(() => undefined),
    close: () => leaving.abort(),
  };
}

/** What comes after the last empty line is not whole yet. */
const blocksOf = (text: string): string[] => text.split("\n\n").slice(0, -1);

function eventIn(block: string): StreamedEvent[] {
  const [, type] = /^event: (.+)$/m.exec(block) ?? [];
  const [, id] = /^id: (.+)$/m.exec(block) ?? [];
  const [, data] = /^data: (.+)$/m.exec(block) ?? [];
  return type === undefined || id === undefined || data === undefined
    ? []
    : [{ type, id, data: JSON.parse(data) as StreamedEvent["data"] }];
}
