import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { LineCounter, parseDocument } from "yaml";
import { declaredNames } from "./declared-names.js";
import { exceededLimit, MAX_DEPTH, MAX_TOKENS } from "./exceeded-limit.js";
import { MAX_PROBLEMS, type Problem, ProblemLog } from "./problem.js";
import { type Translations, YamlCursor } from "./yaml-cursor.js";

/** In bytes of UTF-8. The largest published program we know has about 20 KiB. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;

export type OpenedYaml =
  | {
      readonly kind: "YamlOpened";
      readonly root: YamlCursor;
      readonly log: ProblemLog;
      readonly translations: ReadonlyMap<string, Translations>;
    }
  | { readonly kind: "YamlRefused"; readonly problems: Problem[] };

/**
 * Opens one YAML 1.2 document (or JSON, which is YAML). Before building anything, refuses a source that is larger than
 * `MAX_DOCUMENT_BYTES` or `MAX_TOKENS`, deeper than `MAX_DEPTH`, or malformed.
 *
 * @param language of texts that are given in several; the first one stands in where it lacks
 */
export function openYaml(source: string, language: string = DEFAULT_LANGUAGE): OpenedYaml {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_DOCUMENT_BYTES)
    return refused({ code: "TOO_LARGE", message: `${bytes} bytes; a program has at most ${MAX_DOCUMENT_BYTES}` });

  const exceeded = exceededLimit(source);
  if (exceeded !== null) {
    const rule = exceeded.code === "TOO_DEEP" ? `nests deeper than ${MAX_DEPTH}` : `has more than ${MAX_TOKENS} words`;
    return refused({ code: exceeded.code, ...placeOf(source, exceeded.offset), message: `the document ${rule}` });
  }
  return compose(source, language);
}

function compose(source: string, language: string): OpenedYaml {
  const [log, lines] = [new ProblemLog(), new LineCounter()];
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    // The library compares each key with all earlier ones; the cursor finds a repeated key in one step, with its place.
    uniqueKeys: false,
  });
  const malformed = [...document.errors, ...document.warnings];
  for (const { pos, message } of malformed.slice(0, MAX_PROBLEMS)) {
    const { line, col } = lines.linePos(pos[0]);
    // The library quotes what it does not understand, at any length.
    log.add({ code: "SYNTAX", path: "", line, column: col }, () => message.slice(0, 200));
  }
  if (malformed.length > 0) return { kind: "YamlRefused", problems: log.inOrder() };
  const offset = document.contents?.range[0] ?? 0;
  const translations = new Map<string, Translations>();
  return {
    kind: "YamlOpened",
    root: new YamlCursor(
      { log, lines, declared: declaredNames(document.contents), language, translations },
      { node: document.contents, path: "", offset },
    ),
    log,
    translations,
  };
}

function refused(problem: Pick<Problem, "code" | "message"> & Partial<Problem>): OpenedYaml {
  return { kind: "YamlRefused", problems: [{ path: "", line: 1, column: 1, ...problem }] };
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
