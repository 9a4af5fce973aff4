import type { Program } from "@tiergraph/program/document/program";

/** Kinds of facts that take from the deal that they name: refunds, and what the program's rewards are net of. */
export const refundKinds = ({ rebates, bonuses, spiffs }: Program): ReadonlySet<string> =>
  new Set(["deal.refunded", ...[...rebates, ...bonuses, ...spiffs].flatMap(({ netOf }) => netOf)]);
