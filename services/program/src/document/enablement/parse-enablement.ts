import { readDate, readFlag, readNames, readTitle, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import {
  type LearningPath,
  type Maturity,
  type Onboarding,
  type PlanStep,
  type PlanTemplate,
  ROLES,
  type SandboxTerms,
  type Validation,
  type ValidationCheck,
} from "./enablement.js";

type Names = ReadonlySet<string>;

/** Reads the maturities, in document order; a tier is in at most one. */
export function readMaturities(cursor: YamlCursor | null, tiers: Names): Maturity[] {
  const taken = new Set<string>();
  return (cursor?.mapping("maturities by name").named() ?? []).map(([name, field]) => {
    const fields = field.mapping("a maturity").only(["title", "tiers"]);
    const list = fields.required("tiers").listOrOne("tiers");
    return {
      name,
      title: readTitle(fields, name),
      tiers: list.map((tier) => {
        const named = tier.nameOf("tier", tiers);
        if (taken.has(named) && named !== "") tier.refuse("INVALID_VALUE", `\`${named}\` has a maturity already`);
        taken.add(named);
        return named;
      }),
    };
  });
}

/** Reads the learning paths, in the order of the document. */
export function readPaths(
  cursor: YamlCursor | null,
  { maturities, tracks, courses }: { maturities: Names; tracks: Names; courses: Names },
): LearningPath[] {
  return (cursor?.mapping("learning paths by name").named() ?? []).map(([name, field]) => {
    const fields = field.mapping("a learning path").only(["title", "why", "role", "maturities", "tracks", "courses"]);
    fields.required("courses");
    return {
      name,
      title: readTitle(fields, name),
      why: fields.required("why").words("why whom it is for takes it"),
      role: fields.optional("role")?.oneOf(ROLES) ?? null,
      maturities: readNames(fields, "maturities", { what: "maturity", known: maturities }),
      tracks: readNames(fields, "tracks", { what: "track", known: tracks }),
      courses: readNames(fields, "courses", { what: "course", known: courses }),
    };
  });
}

/** What onboarding may cite. */
export interface OnboardingNotation {
  readonly tiers: Names;
  readonly tracks: Names;
  readonly kinds: Names;
  readonly courses: Names;
  readonly validations: Names;
}

/** Reads the onboarding section; null where it is left out. */
export function readOnboarding(cursor: YamlCursor | null, notation: OnboardingNotation): Onboarding | null {
  if (cursor === null) return null;
  const fields = cursor.mapping("how partners get ready").only(["holidays", "first-value", "plans"]);
  const plans = fields.required("plans").mapping("plans by name").named();
  return {
    holidays: (fields.optional("holidays")?.listOrOne("days on which nobody works") ?? []).flatMap(
      (day) => readDate(day) ?? [],
    ),
    firstValue: fields.optional("first-value")?.nameOf("kind of fact", notation.kinds) ?? null,
    plans: plans.map(([name, field]) => readPlan(name, field, notation)),
  };
}

function readPlan(name: string, field: YamlCursor, notation: OnboardingNotation): PlanTemplate {
  const fields = field.mapping("a plan").only(["title", "why", "at", "tiers", "tracks", "steps"]);
  const at = fields.optional("at")?.oneOf(["joining", "promotion"]) ?? "joining";
  const tiers = readNames(fields, "tiers", { what: "tier", known: notation.tiers });
  if (at === "promotion" && tiers.length === 0) fields.owner.refuseMissing("tiers");
  const before = new Set<string>();
  const steps = fields.required("steps").mapping("steps by name").named();
  return {
    name,
    at,
    tiers,
    title: readTitle(fields, name),
    why: fields.required("why").words("why partners go through it"),
    tracks: readNames(fields, "tracks", { what: "track", known: notation.tracks }),
    steps: steps.map(([step, of]) => {
      const read = readStep(step, of, { ...notation, before });
      before.add(step);
      return read;
    }),
  };
}

function readStep(name: string, field: YamlCursor, notation: OnboardingNotation & { before: Names }): PlanStep {
  const keys = ["title", "description", "owner", "due", "after", "done-by", "evidence"];
  const fields = field.mapping("a step").only(keys);
  const doneBy = fields.optional("done-by");
  return {
    name,
    title: readTitle(fields, name),
    description: fields.optional("description")?.words() ?? null,
    owner: fields.optional("owner")?.oneOf(["partner", "vendor"]) ?? "partner",
    dueDays: readBusinessDays(fields.required("due")),
    after: readNames(fields, "after", { what: "earlier step", known: notation.before }),
    doneBy: doneBy && readDoneBy(doneBy, notation),
    needsEvidence: readFlag(fields.optional("evidence")),
  };
}

const MAX_BUSINESS_DAYS = 1_000;

function readBusinessDays(cursor: YamlCursor): number {
  const expected = `a number of business days such as \`5 business days\`, at most ${MAX_BUSINESS_DAYS}`;
  const text = cursor.text(expected);
  const days = Number(/^(\d{1,4}) business days?$/.exec(text)?.[1] ?? Number.NaN);
  if (days >= 1 && days <= MAX_BUSINESS_DAYS) return days;
  if (text.trim() !== "") cursor.refuse("INVALID_VALUE", `expected ${expected}`);
  return 1;
}

function readDoneBy(cursor: YamlCursor, { courses, kinds, validations }: OnboardingNotation): PlanStep["doneBy"] {
  const fields = cursor
    .mapping("`{ course: foundations }`, `{ fact: integration.launched }` or `{ validation: readiness }`")
    .only(["course", "fact", "validation"]);
  const [course, fact] = [fields.optional("course"), fields.optional("fact")];
  if (fields.keys.length > 1) cursor.refuse("INVALID_VALUE", "a step is done by one thing");
  if (course !== null) return { kind: "course", course: course.nameOf("course", courses) };
  if (fact !== null) return { kind: "fact", fact: fact.nameOf("kind of fact", kinds) };
  return { kind: "validation", validation: fields.required("validation").nameOf("validation", validations) };
}

/** Reads the technical validations, in the order of the document. */
export function readValidations(cursor: YamlCursor | null, tracks: Names): Validation[] {
  return (cursor?.mapping("validations by name").named() ?? []).map(([name, field]) => {
    const fields = field.mapping("a validation").only(["title", "why", "tracks", "checks"]);
    const checks = fields.required("checks").mapping("checks by name").named();
    return {
      name,
      title: readTitle(fields, name),
      why: fields.required("why").words("why solutions have to pass it"),
      tracks: readNames(fields, "tracks", { what: "track", known: tracks }),
      checks: checks.map(([check, of]) => readCheck(check, of)),
    };
  });
}

function readCheck(name: string, field: YamlCursor): ValidationCheck {
  const fields = field.mapping("a check");
  const [title, manual] = [readTitle(fields, name), fields.optional("manual")];
  if (manual !== null) {
    fields.only(["title", "manual"]);
    return { kind: "manual", name, title, ask: manual.text("what somebody looks at") };
  }
  fields.only(["title", "get", "status", "json"]);
  return {
    kind: "probe",
    name,
    title,
    path: readPath(fields),
    status: fields.optional("status")?.wholeNumber({ min: 100, max: 599 }) ?? 200,
    json: new Map(
      (fields.optional("json")?.mapping("values by JSON Pointer").entries ?? []).map(([pointer, value]) => {
        if (!pointer.startsWith("/"))
          value.atKey().refuse("INVALID_VALUE", "expected a JSON Pointer such as `/status` (RFC 6901)");
        return [pointer, value.text("what stands there")];
      }),
    ),
  };
}

/** A path on the partner's own endpoint, never another host. */
function readPath(fields: YamlFields): string {
  const field = fields.required("get");
  const path = field.text("a path such as /health");
  if (path.trim() !== "" && !/^\/(?![/\\])[\w\-./~%?=&]*$/.test(path))
    field.refuse("INVALID_VALUE", "expected a path such as `/health`, of the endpoint that the partner declares");
  return path;
}

/** Reads the sandbox terms; null where they are left out. */
export function readSandboxTerms(cursor: YamlCursor | null, benefits: Names): SandboxTerms | null {
  if (cursor === null) return null;
  const fields = cursor.mapping("how partners get sandboxes").only(["benefit", "lasts", "extension"]);
  const extension = fields.optional("extension")?.mapping("an extension").only(["by", "times"]);
  return {
    benefit: fields.required("benefit").nameOf("benefit", benefits),
    lastsDays: readLength(fields.required("lasts"), ["day"]).count,
    extension:
      extension === undefined
        ? null
        : {
            days: readLength(extension.required("by"), ["day"]).count,
            times: extension.optional("times")?.wholeNumber({ min: 1, max: 100 }) ?? 1,
          },
  };
}
