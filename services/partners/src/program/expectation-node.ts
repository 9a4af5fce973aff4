import type { Program } from "@tiergraph/program/document/program";

/** Those that the names name, in their order. */
export const expectationNodes = ({ expectations }: Program, names: readonly string[]) =>
  names.flatMap((name) => {
    const expectation = expectations.find((one) => one.name === name);
    return expectation === undefined ? [] : [expectation];
  });
