import { createHash } from "node:crypto";

/** What a link of the chain covers: everything that the row says of the decision. */
export interface Link {
  readonly partnerId: string;
  readonly sequence: number;
  readonly body: string;
  readonly previousHash: string | null;
}

/**
 * SHA-256 over the hash before and this decision, as hexadecimal text. Whoever changes, adds or takes away a decision
 * has to make every later one of the partner anew.
 */
export const hashOf = ({ partnerId, sequence, body, previousHash }: Link): string =>
  createHash("sha256")
    .update(`${previousHash ?? ""}\n${partnerId}\n${sequence}\n${body}`)
    .digest("hex");
