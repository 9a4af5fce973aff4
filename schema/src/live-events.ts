/**
 * What `GET /events` notifies of, by the service that records it. An event says that something of a partner changed; the
 * graph answers what it is now.
 */
export const LIVE_EVENTS = {
  /** `tier-changed`: the tier that is held. `alert`: `TierStatus.isAtRisk` became true. */
  partners: ["tier-changed", "alert"],
  /** `measures-changed`: values of measures. */
  metrics: ["measures-changed"],
  /** `entry-posted`: an entry stands in the partner's ledger. */
  benefits: ["entry-posted"],
} as const;

export type LiveService = keyof typeof LIVE_EVENTS;
export type LiveEventType = (typeof LIVE_EVENTS)[LiveService][number];
