export interface ProgramCalendar {
  /** Month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStartsIn: number;
}
