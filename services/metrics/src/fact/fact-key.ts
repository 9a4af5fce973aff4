/** Neither part holds the control character between them. */
export const keyOf = ({ family, externalId }: { family: string; externalId: string }): string =>
  `${family}\u0001${externalId}`;
