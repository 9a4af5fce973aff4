/** Which days count, relative to the day of assessment. */
export type Window =
  | { readonly kind: "rolling-days"; readonly days: number }
  | { readonly kind: "rolling-months"; readonly months: number }
  /** The current month up to the day of assessment, and the whole months before it, `months` in all. */
  | { readonly kind: "calendar-months"; readonly months: number }
  /** The current calendar or fiscal period up to the day of assessment, or the whole `last` one. */
  | {
      readonly kind: "quarter" | "year" | "month";
      readonly fiscal: boolean;
      readonly which: "current" | "last";
    }
  | { readonly kind: "lifetime" };
