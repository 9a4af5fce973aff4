import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import type { GraphQLFormattedError } from "graphql";
import { errorMessages } from "./error.messages.js";

/**
 * An error in the language of its reader, where its code says what its message does. What is for developers (a document
 * that is none, an argument of a wrong type) stays in English, and so does the detail that an English message may have.
 */
export function errorInLanguage<Answered extends Pick<GraphQLFormattedError, "message" | "extensions">>(
  language: string,
  error: Answered,
): Answered {
  if (language === DEFAULT_LANGUAGE) return error;
  const { code, service } = error.extensions ?? {};
  if (code === "SUBGRAPH_UNAVAILABLE") {
    const message =
      typeof service === "string"
        ? errorMessages.SUBGRAPH_UNAVAILABLE(language, { service })
        : errorMessages.DATA_UNAVAILABLE(language);
    return { ...error, message };
  }
  return isTranslated(code) ? { ...error, message: errorMessages[code](language) } : error;
}

const isTranslated = (code: unknown): code is keyof typeof errorMessages & string =>
  typeof code === "string" && Object.hasOwn(errorMessages, code);
