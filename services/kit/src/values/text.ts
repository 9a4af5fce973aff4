const MAX_TEXT = 200;

/** 1 to 200 characters of one line: no control characters, no half of a character (which PostgreSQL's JSON refuses). */
export const isLine = (text: string): boolean => isSized(text) && !/[\p{Cc}\p{Cs}]/u.test(text);

/** The same, where line breaks and tabs may stand within: what other systems export may have them anywhere. */
export const isText = (text: string): boolean => isTextOf(text, MAX_TEXT);

/** A text of 1 to `most` characters. */
export const isTextOf = (text: string, most: number): boolean => text.trim() !== "" && isNote(text, most);

/** A text of at most `most` characters that may be left out. */
export const isNote = (text: string | null, most: number): boolean =>
  text === null || (text.length <= most && !/[^\P{Cc}\r\n\t]|\p{Cs}/u.test(text));

const isSized = (text: string): boolean => text.trim() !== "" && text.length <= MAX_TEXT;
