import type { Assessment as AssessmentRow } from "./assessment.entity.js";

export const assessmentOf = ({ pools, passPercent, attempts, coolDownDays }: AssessmentRow) => ({
  questions: pools.reduce((sum, { draw }) => sum + draw, 0),
  passPercent,
  attempts,
  coolDownDays,
});
