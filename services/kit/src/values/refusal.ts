/** Why something was not done, by a code of its mutation. Nothing was changed. */
export interface Refusal<Code extends string = string> {
  readonly kind: "Refused";
  readonly code: Code;
  /** Path to the offending part of the input; empty where it is the whole. */
  readonly field: readonly string[];
  readonly message: string;
}

/** What came of an action: what it did, or why it did nothing. */
export type Outcome<Done extends object, Code extends string> = ({ readonly kind: "Done" } & Done) | Refusal<Code>;

export const refusal = <Code extends string>(code: Code, field: readonly string[], message: string): Refusal<Code> => ({
  kind: "Refused",
  code,
  field,
  message,
});

/** An outcome as the payload of a mutation: the thing in its field, or null and the refusal, its path below `input`. */
export const payloadOf = <Done extends object, Node>(
  field: string,
  outcome: Outcome<Done, string>,
  nodeOf: (done: Done) => Node,
): Record<string, unknown> =>
  outcome.kind === "Refused"
    ? {
        [field]: null,
        userErrors: [{ code: outcome.code, field: ["input", ...outcome.field], message: outcome.message }],
      }
    : { [field]: nodeOf(outcome), userErrors: [] };
