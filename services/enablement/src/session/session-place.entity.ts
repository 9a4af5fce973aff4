import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const sessionPlaceTable = tablesOf("enablement")("session_place", {
  properties: {
    partnerId: column.uuid().primary(),
    sessionId: column.uuid().primary(),
    personId: column.uuid().primary(),
    /** In order of arrival, from 1. */
    place: column.integer(),
    state: column.enum(["SEATED", "WAITING", "CANCELLED"]),
    askedAt: column.datetime(),
    askedBy: column.text(),
    seatedAt: column.datetime().nullable(),
    /** When a seat became free for the one who waited; null where none had to. */
    movedUpAt: column.datetime().nullable(),
    /** Null until it is known. */
    hasAttended: column.boolean().nullable(),
  },
  indexes: [
    {
      name: "session_place_in_order",
      expression:
        "CREATE UNIQUE INDEX session_place_in_order ON enablement.session_place USING btree (session_id, place)",
    },
    { name: "session_place_of_partner", properties: ["partnerId", "state"] },
  ],
  references: [
    { columns: ["partner_id", "person_id"], to: "enablement.learner(partner_id, person_id)" },
    { columns: ["session_id"], to: "enablement.session(session_id)" },
  ],
});
export type PlaceRow = Row<typeof sessionPlaceTable>;
