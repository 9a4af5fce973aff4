import { addLiveEvents } from "@tiergraph/kit/live/live-event.store";

/** Notifies of partners whose tier of today is another. */
export const addTierChanged = addLiveEvents("partners", "tier-changed");
