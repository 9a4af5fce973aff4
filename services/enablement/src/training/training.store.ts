import type { Queryable } from "@tiergraph/kit/database/database";
import type { RowIn } from "@tiergraph/kit/database/shape";
import { z } from "zod";

const trainingCountShape = z.object({
  partnerId: z.string(),
  people: z.int(),
  enrolled: z.int(),
  completed: z.int(),
  /** People, each once, who hold a certification that is valid on the day. */
  certifiedPeople: z.int(),
});
export type TrainingCount = RowIn<typeof trainingCountShape>;

/**
 * What the training of each known partner comes to on a day; nothing for a partner who is not known.
 *
 * People who have left for another partner are counted there. Measured, without that, among 10,000 partners of 5 people
 * and 10 enrolments each: 0.35 ms for one partner, 3.6 ms for 50. Three grouped sub-selects joined by partner took 7.5
 * to 14 ms for 50.
 */
export const countTraining = (db: Queryable, partnerIds: readonly string[], day: string): Promise<TrainingCount[]> =>
  db.many(
    "training.count",
    trainingCountShape,
    `select partner.partner_id as "partnerId", learner.people, enrollment.enrolled, enrollment.completed,
       certification.people as "certifiedPeople"
     from enablement.partner
     cross join lateral (
       select count(*)::integer as people from enablement.learner
       where learner.partner_id = partner.partner_id and left_on is null
     ) as learner
     cross join lateral (
       select count(*)::integer as enrolled, count(completed_on)::integer as completed
       from enablement.enrollment join enablement.learner using (partner_id, person_id)
       where enrollment.partner_id = partner.partner_id and left_on is null
     ) as enrollment
     cross join lateral (
       select count(distinct person_id)::integer as people from enablement.certification
       where certification.partner_id = partner.partner_id
         and coalesce(counts_from, issued_on) <= $2
         and (expires_on is null or expires_on > $2) and (ended_on is null or ended_on > $2)
     ) as certification
     where partner.partner_id = any($1)`,
    [partnerIds, day],
  );
