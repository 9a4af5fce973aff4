import type { EntitlementRow } from "./entitlement.entity.js";

/** Whether an entitlement that was granted by then is still held on a day. */
export const isHeldOn = ({ withdrawnOn }: EntitlementRow, day: string): boolean =>
  withdrawnOn === null || withdrawnOn > day;
