import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const sessionTable = tablesOf("enablement")("session", {
  properties: {
    sessionId: column.uuid().primary(),
    kind: column.enum(["BOOT_CAMP", "LAB", "TECHNICAL_SESSION", "SECURITY_REVIEW"]),
    title: column.text(),
    description: column.text().nullable(),
    startsAt: column.datetime(),
    endsAt: column.datetime(),
    location: column.text().nullable(),
    recordingUrl: column.text().nullable(),
    /** Only partners of these; everyone where there are none. */
    tiers: column.array().$type<readonly string[]>().columnType("text[]"),
    seats: column.integer(),
    taken: column.integer().default(0),
    waiting: column.integer().default(0),
    /** How many came so far: the place of the last. */
    arrivals: column.integer().default(0),
    /** Null where it takes place. */
    cancelledBecause: column.text().nullable(),
    createdAt: column.datetime(),
    createdBy: column.text(),
    /** Whether each partner that is invited has to send somebody. */
    isRequired: column.boolean().default(false),
  },
  indexes: [{ name: "session_by_start", properties: ["startsAt", "sessionId"] }],
  checks: [
    { name: "never_overbooked", expression: "(taken <= seats)" },
    { name: "session_check", expression: "(ends_at > starts_at)" },
    { name: "session_seats_check", expression: "(seats > 0)" },
    { name: "session_taken_check", expression: "(taken >= 0)" },
    { name: "session_waiting_check", expression: "(waiting >= 0)" },
  ],
});
export type SessionRow = Row<typeof sessionTable>;
