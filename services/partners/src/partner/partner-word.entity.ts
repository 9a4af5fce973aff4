import { column, tablesOf } from "@tiergraph/kit/database/table";

/**
 * The words of each partner's name and code, as `wordsOf` makes them: what a search finds it by. No key leads to `partner`, of which nothing
 * is ever removed: adding one would have locked it for as long as all words took.
 */
export const partnerWordTable = tablesOf("partners")("partner_word", {
  properties: {
    partnerId: column.uuid().primary(),
    word: column.text().primary(),
  },
  indexes: [
    {
      // Compared byte by byte, so that the words with one beginning stand together under any collation of the database.
      name: "partner_word_word_partner_id_idx",
      expression:
        "CREATE INDEX partner_word_word_partner_id_idx ON partners.partner_word USING btree (word text_pattern_ops, partner_id)",
    },
  ],
});
