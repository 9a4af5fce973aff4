import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";

const learnerStateRowShape = z.object({
  partnerId: z.string(),
  personId: z.string(),
  role: z.string().nullable(),
  courses: z.array(z.custom<{ readonly course: string; readonly percent: number; readonly isCompleted: boolean }>()),
  held: z.array(
    z.custom<{
      readonly course: string;
      readonly level: string;
      readonly role: string | null;
      readonly expiresOn: string | null;
    }>(),
  ),
});

export type LearnerStateRow = Readonly<z.infer<typeof learnerStateRowShape>>;

/** The people of partners with what they have learned and hold on a day, at most `limit` a partner. */
export const listLearnerStates = (
  db: Queryable,
  partnerIds: readonly string[],
  { today, limit }: { today: string; limit: number },
): Promise<LearnerStateRow[]> =>
  db.many(
    "recommendation.list-learners",
    learnerStateRowShape,
    `select learner.partner_id as "partnerId", learner.person_id as "personId", learner.role,
       coalesce(enrolled.courses, '[]') as courses, coalesce(certified.held, '[]') as held
     from unnest($1::uuid[]) as asked (partner_id)
     cross join lateral (
       select partner_id, person_id, role from enablement.learner
       where learner.partner_id = asked.partner_id and left_on is null order by person_id limit $3
     ) as learner
     cross join lateral (
       select jsonb_agg(jsonb_build_object('course', course, 'percent', progress_percent,
         'isCompleted', completed_on is not null) order by course) as courses
       from enablement.enrollment
       where enrollment.partner_id = learner.partner_id and enrollment.person_id = learner.person_id
     ) as enrolled
     cross join lateral (
       select jsonb_agg(jsonb_build_object('course', course, 'level', level, 'role', certification.role,
         'expiresOn', least(expires_on, ended_on)) order by issued_on) as held
       from enablement.certification
       where certification.partner_id = learner.partner_id and certification.person_id = learner.person_id
         and coalesce(counts_from, issued_on) <= $2 and (expires_on is null or expires_on > $2)
         and (ended_on is null or ended_on > $2)
     ) as certified`,
    [partnerIds, today, limit],
  );
