import { CST, Lexer } from "yaml";

/** Nested lists and mappings; a program needs about ten. */
export const MAX_DEPTH = 64;
/** YAML tokens. A program with a thousand requirements has about 20,000. */
export const MAX_TOKENS = 50_000;

/**
 * The first place deeper than `MAX_DEPTH` or beyond `MAX_TOKENS`, or null. Only reads tokens: composing a megabyte of
 * commas takes half a minute (50,000 of them half a second), and one of brackets overflows the stack.
 */
export function exceededLimit(source: string): { code: "TOO_DEEP" | "TOO_LARGE"; offset: number } | null {
  const depth = new DepthGauge();
  let [offset, column, tokens, startsNode] = [0, 0, 0, true];
  for (const lexeme of new Lexer().lex(source)) {
    const type = CST.tokenType(lexeme);
    if (type === "flow-map-start" || type === "flow-seq-start") depth.flow++;
    else if (type === "flow-map-end" || type === "flow-seq-end") depth.flow--;
    else if (startsNode && !isGap(type)) depth.enterBlock(column);
    if (depth.total > MAX_DEPTH) return { code: "TOO_DEEP", offset };
    if (++tokens > MAX_TOKENS) return { code: "TOO_LARGE", offset };

    // Only after a line break, a dash or a question mark may a block open.
    startsNode = opensNode(type) || (startsNode && isGap(type));
    if (isAnnouncement(type)) continue;
    offset += lexeme.length;
    column = lexeme.endsWith("\n") ? 0 : column + lexeme.length;
  }
  return null;
}

/** In block style depth is the column; in flow style it is the number of open brackets. */
class DepthGauge {
  flow = 0;
  readonly #columns: number[] = [];

  get total(): number {
    return this.flow + this.#columns.length;
  }

  enterBlock(column: number): void {
    if (this.flow > 0) return;
    while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop();
    this.#columns.push(column);
  }
}

type TokenType = ReturnType<typeof CST.tokenType>;

function opensNode(type: TokenType): boolean {
  return type === "newline" || type === "seq-item-ind" || type === "explicit-key-ind";
}

function isGap(type: TokenType): boolean {
  return type === "space" || type === "newline" || type === "comment" || isAnnouncement(type);
}

// The lexer marks documents, scalars and broken ends by control characters that are not in the source.
function isAnnouncement(type: TokenType): boolean {
  return type === "doc-mode" || type === "scalar" || type === "flow-error-end";
}
