import { ASSESSMENT, PLAYBOOK, SCENARIO } from "../journeys/enablement-variables.js";
import { daysAgo } from "../kit/days.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import type { Story } from "../kit/story.js";
import type { KnownPartner } from "./known-values.js";

/** A session in which people of both have seats; nobody waits, since the one who moves up is changed by the one who leaves. */
export async function bookSession(story: Story, personIds: readonly string[]): Promise<void> {
  const { session } = await story.change("plan-session", {
    kind: "LAB",
    title: "A lab",
    startsAt: `${daysAgo(-20)}T09:00:00Z`,
    endsAt: `${daysAgo(-20)}T11:00:00Z`,
    seats: 4,
  });
  for (const personId of personIds) await story.change("book-session", { sessionId: session.id, personId });
}

/** Both have a run of a validation, a sandbox, and a person at play. */
export async function serveThemselves(
  tiergraph: Tiergraph,
  story: Story,
  partners: readonly KnownPartner[],
): Promise<void> {
  await story.change("publish-scenario", { input: SCENARIO });
  for (const { id: partnerId, personIds } of partners) {
    await story.change("lease-sandbox", { partnerId, label: `Sandbox of ${personIds[0]}` });
    for (const personId of personIds) await story.change("start-simulation", { personId, scenario: SCENARIO.name });
    // Where nothing answers: what is found out does not matter here.
    await story.change("declare-endpoint", { partnerId, url: "https://nowhere.invalid" });
    await tiergraph.sql("update enablement.partner set tracks = tracks || 'integrator'::text where partner_id = $1", [
      partnerId,
    ]);
    await story.change("run-validation", { partnerId, validation: "integration-readiness" });
  }
}

export async function publishContent(story: Story, name: string): Promise<void> {
  const { content } = await story.change("write-content", {
    input: { ...PLAYBOOK, name },
  });
  await story.change("publish-content", { name, version: content.version });
}

/** People of both are in the middle of an assessment. */
export async function examine(story: Story, personIds: readonly string[]): Promise<void> {
  await story.change("publish-assessment", { input: ASSESSMENT });
  for (const personId of personIds) await story.change("start-attempt", { personId, course: ASSESSMENT.course });
}
