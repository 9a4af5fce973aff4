import { hash } from "node:crypto";

/** What a link of the chain covers; the row's other columns repeat what the body says, which verification holds them to. */
interface Link {
  readonly partnerId: string;
  readonly sequence: number;
  readonly runId: string | null;
  readonly decidedAt: Date;
  readonly body: string;
  readonly previousHash: string | null;
}

/**
 * SHA-256 over the hash before and this decision, as hexadecimal text. To change, add or remove a decision, every later
 * one of the partner has to be made anew.
 */
export const hashOf = ({ partnerId, sequence, runId, decidedAt, body, previousHash }: Link): string =>
  hash(
    "sha256",
    `${previousHash ?? ""}\n${partnerId}\n${sequence}\n${runId ?? ""}\n${decidedAt.toISOString()}\n${body}`,
    "hex",
  );
