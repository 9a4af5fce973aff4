import { byName, type Plain, withoutEmpty } from "../notation/index.js";
import type {
  Course,
  EnablementSections,
  LearningPath,
  Maturity,
  Onboarding,
  PlanTemplate,
  SandboxTerms,
  Validation,
  ValidationCheck,
} from "./enablement.js";

/** The enablement sections, in canonical order. */
export function printEnablement(program: EnablementSections): Plain {
  return {
    courses: byName(program.courses, printCourse),
    maturities: byName(program.maturities, ({ title, tiers }: Maturity) => ({ title, tiers })),
    paths: byName(program.paths, printPath),
    validations: byName(program.validations, printValidation),
    onboarding: program.onboarding && printOnboarding(program.onboarding),
    sandboxes: program.sandboxes && printSandboxes(program.sandboxes),
  };
}

function printCourse({ title, role, version, modules, requires, certifies }: Course): Plain {
  const certification =
    certifies &&
    withoutEmpty({
      level: certifies.level,
      valid: certifies.validMonths && `${certifies.validMonths} months`,
      renewal: certifies.renewalDays && `${certifies.renewalDays} days`,
      "recertify-within": certifies.recertifyDays && `${certifies.recertifyDays} days`,
    });
  return withoutEmpty({
    title,
    role,
    version: version === 1 ? null : version,
    modules: byName(modules, (module) => ({ title: module.title })),
    requires,
    certifies: certification,
  });
}

const printPath = ({ title, why, role, maturities, tracks, courses }: LearningPath): Plain =>
  withoutEmpty({ title, role, maturities, tracks, courses, why });

const printValidation = ({ title, why, tracks, checks }: Validation): Plain =>
  withoutEmpty({ title, tracks, checks: byName(checks, printCheck), why });

const printCheck = (check: ValidationCheck): Plain =>
  check.kind === "manual"
    ? { title: check.title, manual: check.ask }
    : withoutEmpty({ title: check.title, get: check.path, status: check.status, json: check.json });

const printOnboarding = ({ holidays, firstValue, plans }: Onboarding): Plain =>
  withoutEmpty({ holidays, "first-value": firstValue, plans: byName(plans, printPlan) });

const printPlan = ({ title, why, at, tiers, tracks, steps }: PlanTemplate): Plain =>
  withoutEmpty({
    title,
    at,
    tiers,
    tracks,
    steps: byName(steps, ({ title: named, description, owner, dueDays, after, doneBy, needsEvidence }) =>
      withoutEmpty({
        title: named,
        description,
        owner,
        due: `${dueDays} business days`,
        after,
        "done-by": doneBy && printDoneBy(doneBy),
        evidence: needsEvidence || null,
      }),
    ),
    why,
  });

function printDoneBy(doneBy: NonNullable<PlanTemplate["steps"][number]["doneBy"]>): Plain {
  const { kind, ...named } = doneBy;
  return named;
}

const printSandboxes = ({ benefit, lastsDays, extension }: SandboxTerms): Plain =>
  withoutEmpty({
    benefit,
    lasts: `${lastsDays} days`,
    extension: extension && { by: `${extension.days} days`, times: extension.times },
  });
