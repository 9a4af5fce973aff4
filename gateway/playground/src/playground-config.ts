/** What the page asks the gateway for at `/playground/config.json` before it draws anything. */
export type PlaygroundConfig = {
  /** Of the examples; empty for who shows no token and does not sit at the gateway's machine. */
  operations: PlaygroundOperation[];
  /** Development roles with their tokens; empty in production, where the analyst brings a token of their own. */
  roles: PlaygroundRole[];
};

export type PlaygroundOperation = {
  /** The file's name without `.graphql`, for example `portal-home`. */
  name: string;
  /** The operation's name, for example `PortalHome`: what the tab says. */
  title: string;
  /** The file as it is; the comment lines on top explain the operation to the reader of the tab. */
  source: string;
  /** Values that let the operation run at one click. Without them the tab shows the required variables, empty. */
  variables?: Record<string, unknown>;
};

export type PlaygroundRole = {
  /** As `npm run token` names it, for example `program-manager`. */
  role: string;
  /** As the token picker shows it, for example `Program manager`. */
  title: string;
  token: string;
};
