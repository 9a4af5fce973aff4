/** The text of an answer without what differs by design from one request to the next. */
export const withoutRequestId = (text: string): string => text.replace(/,?"requestId":"[0-9a-f-]{36}"/g, "");
