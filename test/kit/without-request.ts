/**
 * The text of an answer without what differs by design from one request to the next: the request's id, what the viewer
 * has left to spend, and what an answer cost that was cut short.
 */
export const withoutRequest = (text: string): string =>
  text
    .replace(/,?"requestId":"[0-9a-f-]{36}"/g, "")
    .replace(/,?"extensions":\{"cost":\{[^}]*\}\}/g, "")
    .replace(/,?"cost":\{"requested"[^}]*\}/g, "");
