import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, startStory } from "../kit/story.js";

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(example("crm-rolling-90-days"));
  await story.partner("daily-1");
});
afterAll(() => tiergraph.stop());

const dailyRuns = () =>
  tiergraph.sql<{ day: string; total: number }>(
    "select as_of::text as day, total from partners.placement_run where reason = 'DAILY' order by 1",
  );

test("everyone is placed once a day, also when the service was down at the hour, and however often the clock strikes", async () => {
  expect(await dailyRuns()).toEqual([]);
  await tiergraph.sql("update partners_jobs._private_known_crontabs set known_since = now() - interval '2 days'");
  // A service that comes back looks for what it has missed.
  await tiergraph.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tiergraph_partners'",
  );
  await expect.poll(async () => (await dailyRuns()).length).toBe(1);
  await Promise.all(Array.from({ length: 4 }, () => tiergraph.sql("select partners_jobs.publish('placeDaily', '{}')")));
  await story.settled();
  expect(await dailyRuns()).toEqual([{ day: today(), total: 1 }]);
});
