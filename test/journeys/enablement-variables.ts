import type { WriteContentInput } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import type { Story } from "../kit/story.js";

type Variables = Record<string, Record<string, unknown>>;

/** A small assessment: of two questions each attempt is asked both; `yes` is right. */
export const ASSESSMENT = {
  course: "deal-desk",
  passPercent: 50,
  attempts: 2,
  coolDownDays: 7,
  pools: [
    {
      name: "offers",
      draw: 2,
      questions: ["first", "second"].map((name) => ({
        name,
        text: `Is the ${name} offer a good one?`,
        options: [
          { name: "yes", text: "Yes.", isRight: true },
          { name: "no", text: "No.", isRight: false },
        ],
      })),
    },
  ],
};

export const PLAYBOOK: WriteContentInput = {
  name: "first-call",
  kind: "PLAYBOOK",
  title: "The first call",
  summary: "What to ask, and what to leave.",
  role: "SALES",
  motion: "new-business",
  owner: "Enablement",
  freshUntil: "2035-12-31",
  sections: [{ section: "MOTIONS", markdown: "Ask *first*." }],
};

/** A deal in two scenes: asking first costs a point and is the better way. */
export const SCENARIO = {
  name: "renewal",
  title: "A renewal",
  summary: "A customer wants half off.",
  scenes: [
    {
      name: "call",
      text: "They ask for half off.",
      choices: [
        { name: "discount", text: "Give it.", points: 3, why: "They stay, and pay half." },
        { name: "ask", text: "Ask why.", points: -1, why: "They did not expect that.", next: "need" },
      ],
    },
    {
      name: "need",
      text: "Half of the seats are unused.",
      choices: [
        { name: "fewer", text: "Sell fewer seats.", points: 11, why: "They pay for what they use." },
        { name: "train", text: "Offer training.", points: 8, why: "It helps, later." },
      ],
    },
  ],
};

export const MANAGER = {
  code: "ada",
  role: "SUCCESS_MANAGER" as const,
  name: "Ada",
  email: "ada@vendor.example",
  capacity: 20,
};

/** What the operations about what partners do by themselves are run with. */
async function selfServed(story: Story, partnerId: string): Promise<Variables> {
  const personId = await story.person(partnerId, "player");
  const lease = async (label: string) => (await story.change("lease-sandbox", { partnerId, label })).sandbox;
  await story.change("publish-scenario", { input: SCENARIO });
  const { play } = await story.change("start-simulation", {
    personId,
    scenario: SCENARIO.name,
  });
  await story.change("declare-endpoint", { partnerId, url: "https://nowhere.invalid" });
  const { run } = await story.change("run-validation", {
    partnerId,
    validation: "integration-readiness",
  });
  const gone = await lease("gone");
  await story.change("release-sandbox", { id: gone.id });
  const { id: sandboxId, key } = await lease("kept");
  const other = await story.partner("releases");
  await story.settled();
  const { sandbox: second } = await story.change("lease-sandbox", {
    partnerId: other,
    label: "Another",
  });
  return {
    "declare-endpoint": { partnerId, url: "https://sandbox.partner.example" },
    "run-validation": { partnerId, validation: "integration-readiness" },
    "record-check": { id: run.id, check: "data-sharing", hasPassed: true, evidence: "They stay in the tenant." },
    "partner-validations": { partnerId },
    "lease-sandbox": { partnerId: await story.partner("leases"), label: "A demonstration" },
    "extend-sandbox": { id: sandboxId },
    "release-sandbox": { id: second.id },
    "partner-sandboxes": { partnerId },
    "sandbox-data": { key },
    "add-sandbox-deal": { key, customerId: 3, amount: "99.50", product: "core", stage: "OPEN" },
    "publish-scenario": { input: { ...SCENARIO, name: "another" } },
    "start-simulation": { personId, scenario: SCENARIO.name },
    "choose-in-simulation": { id: play.id, scene: "call", choice: "ask" },
    "partner-plays": { partnerId },
  };
}

/** What the operations about partners who get ready are run with. */
export async function readinessVariables(tiergraph: Tiergraph, story: Story): Promise<Variables> {
  const partnerId = await story.partner("getting ready", ["integrator"]);
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, operation("partner-onboarding"), { partnerId });
  const planId = partner.onboarding.plans.find(({ name }) => name === "first-steps")?.id;
  await story.change("register-manager", { input: MANAGER });
  await story.change("register-manager", { input: { ...MANAGER, code: "grace", name: "Grace" } });
  const golden = await story.partner("looked after", ["reseller"]);
  await tiergraph.sql(
    "insert into enablement.assignment (partner_id, role, manager_id, since) values ($1, 'success-manager', null, now())",
    [golden],
  );
  for (const name of [PLAYBOOK.name, "written"]) await story.change("write-content", { input: { ...PLAYBOOK, name } });
  await story.change("publish-content", { name: PLAYBOOK.name, version: 1 });
  const served = await selfServed(story, partnerId);
  return {
    ...served,
    "write-content": { input: PLAYBOOK },
    "publish-content": { name: "written", version: 1 },
    "confirm-content": { name: PLAYBOOK.name, freshUntil: "2036-12-31" },
    "note-reading": { partnerId, name: PLAYBOOK.name },
    "content-piece": { name: PLAYBOOK.name },
    "register-manager": { input: { ...MANAGER, code: "new" } },
    "record-absence": { code: "ada", from: "2026-12-20", until: "2026-12-31", standIn: "grace" },
    "hand-over-partners": { from: "grace", reason: "Another job." },
    "assign-manager": { partnerId: golden, code: "ada", reason: "They know each other." },
    "partner-managers": { partnerId },
    "onboarding-overview": { from: "2026-01-01" },
    "partner-onboarding": { partnerId },
    "complete-onboarding-step": { planId, step: "orientation", evidence: "We talked on Monday." },
    "block-onboarding-step": { planId, step: "learn", reason: "Nobody has time." },
  };
}

/** As a learning system says that a person has passed a course. */
export const statementOf = (personId: string, course: string, more: object = {}): string =>
  JSON.stringify({
    actor: { account: { homePage: "https://partners.example", name: personId } },
    verb: { id: "http://adlnet.gov/expapi/verbs/passed" },
    object: { id: `https://lms.example/courses/${course}` },
    timestamp: "2026-05-02T09:30:00Z",
    ...more,
  });

/** What the operations about people who learn are run with. */
export async function learningVariables(tiergraph: Tiergraph, story: Story): Promise<Variables> {
  const partnerId = await story.partner("learning", ["integrator"]);
  const [learner, mover] = [await story.person(partnerId, "learner"), await story.person(partnerId, "mover")];
  await story.completes(learner, "technical-foundations", "2026-02-28");
  await story.settled();
  await story.change("publish-assessment", { input: ASSESSMENT });
  const { attempt } = await story.change("start-attempt", {
    personId: mover,
    course: "deal-desk",
  });
  const { partner } = await ask(
    tiergraph,
    story.token,
    graphql("query ($id: ID!) { partner(id: $id) { training { certifications { nodes { checkCode } } } } }"),
    { id: partnerId },
  );
  return {
    certificates: { partnerId },
    "make-calendar": { partnerId },
    "session-obligations": { partnerId },
    "record-statements": { statements: statementOf(learner, "deal-desk") },
    "next-steps": { partnerId },
    "training-for-tier": { partnerId },
    "complete-module": { personId: learner, course: "implementation", module: "identity" },
    "publish-assessment": { input: { ...ASSESSMENT, course: "sales-foundations" } },
    "start-attempt": { personId: learner, course: "deal-desk" },
    "finish-attempt": { id: attempt.id, answers: [{ question: "first", options: ["yes"] }] },
    "check-certification": { checkCode: partner.training.certifications.nodes[0]?.checkCode },
    "person-attempts": { partnerId },
    "move-person": { personId: await story.person(partnerId, "moved"), partnerId: await story.partner("next") },
  };
}
