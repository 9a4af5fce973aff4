/** A partner and the tier that it works towards: placement finds the gaps, training closes them. */
export interface TierPathKey {
  readonly partnerId: string;
  readonly tier: string;
}

export const encodeTierPath = ({ partnerId, tier }: TierPathKey): string =>
  Buffer.from(`${partnerId} ${tier}`).toString("base64url");

/** Untrusted input: null unless `encodeTierPath` made it. */
export function decodeTierPath(id: string): TierPathKey | null {
  const [, partnerId, tier] = /^([0-9a-f-]{36}) ([a-z0-9-]{1,64})$/.exec(Buffer.from(id, "base64url").toString()) ?? [];
  return partnerId === undefined || tier === undefined ? null : { partnerId, tier };
}
