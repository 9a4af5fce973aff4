import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { expect } from "vitest";
import { ask, attempt, operation } from "./ask.js";
import type { OperationName, PayloadOf, VariablesOf } from "./document.js";
import type { Tiergraph } from "./start-tiergraph.js";

/** The story of a program and its partners, made through the graph as a program manager makes it. */
export interface Story {
  readonly token: string;
  /** Runs a mutation that must not be refused; answers with its payload. */
  change<Name extends OperationName>(name: Name, variables: VariablesOf<Name>): Promise<PayloadOf<Name>>;
  /** From today on, or from another day. */
  publish(source: string, effectiveOn?: string): Promise<void>;
  partner(code: string, tracks?: string[], more?: { region?: string; joinedOn?: string }): Promise<string>;
  wonDeal(
    partnerId: string,
    deal: { externalId: string; on: string; amount: string; customer?: string; product?: string },
  ): Promise<void>;
  person(partnerId: string, externalId: string): Promise<string>;
  completes(personId: string, course: string, completedOn: string): Promise<void>;
  place(asOf: string): Promise<{ tiers: Record<string, number>; changed: number }>;
  /** What the clock brings early each day: announced versions take force, decided tiers begin, everyone is placed. */
  newDay(): Promise<void>;
  /** Waits until every service has handled everything. */
  settled(): Promise<void>;
}

export const example = (name: string): string =>
  fs.readFileSync(path.join(ROOT, "services/program/examples", `${name}.yaml`), "utf8");

export async function startStory(tiergraph: Tiergraph): Promise<Story> {
  const token = await tiergraph.tokenOf("program-manager");
  const change = async <Name extends OperationName>(
    name: Name,
    variables: VariablesOf<Name>,
  ): Promise<PayloadOf<Name>> => {
    const payload = await attempt(tiergraph, token, name, variables);
    expect(payload).toMatchObject({ userErrors: [] });
    return payload;
  };
  const settled = () => waitUntilSettled(tiergraph, token);
  return {
    token,
    change,
    settled,
    async newDay() {
      await tiergraph.sql("select partners_jobs.publish('placeDaily', '{}')");
      await settled();
    },
    async publish(source, effectiveOn) {
      await change("publish-program", { source, effectiveOn, changesPast: effectiveOn !== undefined });
      await settled();
    },
    async partner(code, tracks, more) {
      const { partners } = await change("register-partners", {
        partners: [{ code, tracks, ...more }],
      });
      await settled();
      return partners[0]?.id ?? "";
    },
    async wonDeal(partnerId, deal) {
      const { recorded } = await change("record-facts", {
        facts: [{ kind: "DEAL_WON", partnerId, ...deal }],
      });
      expect(recorded).toBe(1);
    },
    async person(partnerId, externalId) {
      const registered = await change("register-people", {
        people: [
          { partnerId, externalId, name: `Person ${externalId}`, email: `${externalId}@example.com`, role: "SALES" },
        ],
      });
      await settled();
      return registered.people[0]?.id ?? "";
    },
    async completes(personId, course, completedOn) {
      const { results } = await change("record-completions", {
        completions: [{ personId, course, completedOn }],
      });
      expect(results).toMatchObject([{ outcome: "RECORDED" }]);
    },
    async place(asOf) {
      const { run } = await change("place-partners", { asOf });
      expect(run.finishedAt).not.toBeNull();
      return {
        changed: run.changed,
        tiers: Object.fromEntries(run.tiers.map(({ tier, partners }) => [tier, partners])),
      };
    },
  };
}

/** Two readings in a row without a pending job: one that ends may have added another to a queue that was read before it. */
export async function waitUntilSettled(tiergraph: { url: string }, token: string, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (let empty = 0; empty < 2; ) {
    const queues = await ask(tiergraph, token, operation("job-queues"));
    const pending = Object.values(queues).reduce((sum, queue) => sum + queue.pending, 0);
    empty = pending === 0 ? empty + 1 : 0;
    if (Date.now() > deadline) throw new Error(`Still unsettled: ${JSON.stringify(queues)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
