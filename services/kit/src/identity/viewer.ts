/** Who asks. No client's token carries another. */
export const ROLES = ["PARTNER", "PARTNER_MANAGER", "PROGRAM_MANAGER", "ANALYST", "INGEST"] as const;
export type Role = (typeof ROLES)[number];

/** `SYSTEM` is a service at work on an event; no token ever carries it. `GATEWAY` is the gateway at work for itself. */
export type ActingRole = Role | "SYSTEM" | "GATEWAY";

export interface Viewer {
  readonly role: ActingRole;
  /** The token's subject: a person or a machine, for the audit trail. */
  readonly subject: string;
  /** The partners whose rows the viewer may touch at all; what may be done with them is the policy's to say. */
  readonly partnerIds: readonly string[] | "all";
}

export const systemViewer = (service: string): Viewer => ({ role: "SYSTEM", subject: service, partnerIds: "all" });

export const gatewayViewer: Viewer = { role: "GATEWAY", subject: "gateway", partnerIds: "all" };

export const isInScope = (viewer: Viewer, partnerId: string): boolean =>
  viewer.partnerIds === "all" || viewer.partnerIds.includes(partnerId);

/** The viewer's partners as the row-level policies of PostgreSQL read them: `*`, or ids parted by commas. */
export const scopeOf = (viewer: Viewer): string => (viewer.partnerIds === "all" ? "*" : viewer.partnerIds.join(","));
