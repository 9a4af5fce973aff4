/** Bytes of one proof at most: with the rest of its request it stays below what the gateway takes. */
const MAX_PROOF_BYTES = 2 * 1024 * 1024;
export const MAX_PROOFS = 10;

/** What a file of each type begins with: a name alone proves nothing. */
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
};
export const PROOF_TYPES = Object.keys(BEGINNINGS);

export type ProofProblem = "TypeUnknown" | "ContentInvalid" | "TooLarge" | "ContentOfOtherType" | "NameInvalid";

/** The bytes of a proof, or what is wrong with it. */
export function readProof({
  fileName,
  mediaType,
  content,
}: {
  fileName: string;
  mediaType: string;
  content: string;
}): Buffer | ProofProblem {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name of a file has none.
  if (fileName.trim() === "" || fileName.length > 200 || /[/\\\u0000-\u001f]/.test(fileName)) return "NameInvalid";
  const beginning = BEGINNINGS[mediaType];
  if (beginning === undefined) return "TypeUnknown";
  if (content.length > Math.ceil(MAX_PROOF_BYTES / 3) * 4) return "TooLarge";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content)) return "ContentInvalid";
  const bytes = Buffer.from(content, "base64");
  if (bytes.length > MAX_PROOF_BYTES) return "TooLarge";
  return beginning.every((byte, index) => bytes[index] === byte) ? bytes : "ContentOfOtherType";
}

/** Where the file of a proof is kept. */
export const keyOfProof = ({ partnerId, proofId }: { partnerId: string; proofId: string }): string =>
  `${partnerId}/${proofId}`;
