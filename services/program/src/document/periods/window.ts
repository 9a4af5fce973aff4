/** Which days count, seen from the day of judgement. A day belongs when it is after the start and not after the end. */
export type Window =
  | { readonly kind: "rolling-days"; readonly days: number }
  | { readonly kind: "rolling-months"; readonly months: number }
  /** The month of the day of judgement up to that day, and as many whole months before it as make `months`. */
  | { readonly kind: "calendar-months"; readonly months: number }
  /** The calendar (or fiscal) period that contains the day of judgement, up to that day; or the `last` one, whole. */
  | {
      readonly kind: "quarter" | "year" | "month";
      readonly fiscal: boolean;
      readonly which: "current" | "last";
    }
  | { readonly kind: "lifetime" };
