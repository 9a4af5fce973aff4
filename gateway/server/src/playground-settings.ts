import type { DevelopmentIssuer } from "@tiergraph/installation/client-tokens";
import {
  DEVELOPMENT_ROLES,
  type DevelopmentRole,
  isBoundRole,
  signDevelopmentToken,
} from "@tiergraph/installation/development-tokens";
import type { PlaygroundConfig, PlaygroundOperation } from "@tiergraph/playground/playground-config";
import { playgroundOperations } from "@tiergraph/playground/playground-operations";
import { OPERATIONS } from "@tiergraph/schema/operations";

/** To whom the playground's settings are shown. */
export interface PlaygroundReader {
  readonly isAtThisMachine: boolean;
  /** Whether a valid token was shown. */
  readonly isViewer: boolean;
}

export interface PlaygroundSettings {
  /** One token a role, for the partners that are named to the roles bound to some; null in production. */
  developmentTokens(partnerIds: readonly string[]): Promise<Record<DevelopmentRole, string> | null>;
  /** Which partners the playground's tokens of bound roles are for. */
  bind(partnerIds: readonly string[]): Promise<void>;
  config(to: PlaygroundReader): PlaygroundConfig;
}

const NOTHING: PlaygroundConfig = { operations: [], roles: [] };

/** @param issuer null in production, where this installation signs no tokens for clients */
export async function playgroundSettings(issuer: DevelopmentIssuer | null): Promise<PlaygroundSettings> {
  const operations = playgroundOperations(OPERATIONS);
  let config: PlaygroundConfig = NOTHING;
  const developmentTokens: PlaygroundSettings["developmentTokens"] = async (partnerIds) => {
    if (issuer === null) return null;
    const names = (Object.keys(DEVELOPMENT_ROLES) as DevelopmentRole[]).filter(
      (name) => !isBoundRole(name) || partnerIds.length > 0,
    );
    const tokens = names.map(async (name) => {
      const bound = name === "partner" ? partnerIds.slice(0, 1) : partnerIds;
      return [name, await signDevelopmentToken(issuer, name, bound)] as const;
    });
    return Object.fromEntries(await Promise.all(tokens)) as Record<DevelopmentRole, string>; // One entry a role.
  };
  const bind: PlaygroundSettings["bind"] = async (partnerIds) => {
    const tokens = Object.entries((await developmentTokens(partnerIds)) ?? {});
    config = {
      operations: operations.map((operation) => withPartner(operation, partnerIds[0])),
      roles: tokens.map(([role, token]) => ({ role, title: DEVELOPMENT_ROLES[role as DevelopmentRole].title, token })),
    };
  };
  await bind([]);
  return {
    developmentTokens,
    bind,
    config: ({ isAtThisMachine, isViewer }) => {
      if (isAtThisMachine && issuer !== null) return config;
      return isViewer ? { operations, roles: [] } : NOTHING;
    },
  };
}

/** An operation about a partner runs at one click: it is filled with one that is there. */
const withPartner = (operation: PlaygroundOperation, partnerId: string | undefined): PlaygroundOperation =>
  partnerId !== undefined && operation.source.includes("$partnerId: ID!")
    ? { ...operation, variables: { partnerId } }
    : operation;
