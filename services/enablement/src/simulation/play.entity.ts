import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const playTable = tablesOf("enablement")("play", {
  properties: {
    partnerId: column.uuid().primary(),
    playId: column.uuid().primary(),
    personId: column.uuid(),
    scenario: column.text(),
    revision: column.integer(),
    /** So far, in order. */
    choices: column.json<readonly { readonly scene: string; readonly choice: string }[]>(),
    /** The scene that is played; null once it is over. */
    scene: column.text().nullable(),
    score: column.integer(),
    startedAt: column.datetime(),
    finishedAt: column.datetime().nullable(),
  },
  indexes: [
    {
      name: "play_board",
      expression:
        "CREATE INDEX play_board ON enablement.play USING btree (scenario, revision, score DESC) WHERE (finished_at IS NOT NULL)",
    },
  ],
  checks: [{ name: "play_check", expression: "((scene IS NULL) = (finished_at IS NOT NULL))" }],
  references: [
    { columns: ["partner_id", "person_id"], to: "enablement.learner(partner_id, person_id)" },
    { columns: ["scenario", "revision"], to: "enablement.scenario(name, revision)" },
  ],
});
export type PlayRow = Row<typeof playTable>;
