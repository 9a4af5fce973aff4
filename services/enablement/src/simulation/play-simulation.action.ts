import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, newId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { lockLearners } from "../learner/index.js";
import { policy } from "../policy.js";
import { type PlayRow, playTable } from "./play.entity.js";
import type { ScenarioRow } from "./scenario.entity.js";
import { checkScenario, type Scenario } from "./scenario.js";
import { type SimulationRefusal, simulationRefusals } from "./simulation.refusals.js";
import { addScenario, findRevisions, listScenarios, lockPlay, putPlay } from "./simulation.store.js";

/** Publishes a scenario; plays that are under way go on by what they began with, and the board begins anew. */
export const publishScenario =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: Scenario): Promise<Outcome<{ readonly scenario: ScenarioRow }, SimulationRefusal>> => {
    const checked = checkScenario(asked);
    if (checked.kind === "ScenarioInvalid") return checked;
    const { best } = checked;
    return db.transact(viewer, async (tx) => {
      const published = { publishedAt: clock.now(), publishedBy: viewer.subject };
      const revision = await addScenario(tx, { ...asked, best, ...published });
      return { kind: "Done", scenario: { ...asked, best, revision } };
    });
  };

type Played = Outcome<{ readonly play: PlayRow; readonly scenario: ScenarioRow }, SimulationRefusal>;

/** A person begins to play a scenario, as often as it likes. */
export const startSimulation =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: { personId: string; scenario: string }): Promise<Played> => {
    const owned = decodeOwnedId(asked.personId);
    if (owned === null || !policy.permitsFor(viewer, "play simulations", owned.partnerId))
      return simulationRefusals.PersonUnknown();
    return db.transact(viewer, async (tx) => {
      const [learner] = await lockLearners(tx, [{ partnerId: owned.partnerId, personId: owned.id }]);
      if (learner === undefined) return simulationRefusals.PersonUnknown();
      const [scenario] = await listScenarios(tx, [asked.scenario]);
      if (scenario === undefined) return simulationRefusals.ScenarioUnknown();
      const play: PlayRow = {
        ...learner,
        playId: newId(),
        scenario: scenario.name,
        revision: scenario.revision,
        choices: [],
        scene: scenario.scenes[0]?.name ?? null,
        score: 0,
        startedAt: clock.now(),
        finishedAt: null,
      };
      tx.create(playTable, play);
      return { kind: "Done", play, scenario };
    });
  };

export interface Choose {
  readonly id: string;
  /** The scene that is answered, so that an answer that is sent twice counts once. */
  readonly scene: string;
  readonly choice: string;
}

/** Chooses in the scene that is played: it scores, and leads on. Safe to repeat. */
export const choose =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: Choose): Promise<Played> => {
    const owned = decodeOwnedId(asked.id);
    if (owned === null || !policy.permitsFor(viewer, "play simulations", owned.partnerId))
      return simulationRefusals.PlayUnknown();
    return db.transact(viewer, async (tx) => {
      const play = await lockPlay(tx, { partnerId: owned.partnerId, playId: owned.id });
      if (play === null) return simulationRefusals.PlayUnknown();
      const [scenario] = await findRevisions(tx, [{ name: play.scenario, revision: play.revision }]);
      if (scenario === undefined) throw new Error(`Revision ${play.revision} of ${play.scenario} is missing`);
      if (play.choices.some(({ scene, choice }) => scene === asked.scene && choice === asked.choice))
        return { kind: "Done", play, scenario };
      const scene = scenario.scenes.find(({ name }) => name === play.scene);
      const chosen = scene?.name === asked.scene ? scene.choices.find(({ name }) => name === asked.choice) : undefined;
      if (chosen === undefined) return simulationRefusals.ChoiceUnknown();
      const after: PlayRow = {
        ...play,
        choices: [...play.choices, { scene: asked.scene, choice: asked.choice }],
        scene: chosen.next,
        score: play.score + chosen.points,
        finishedAt: chosen.next === null ? clock.now() : null,
      };
      await putPlay(tx, after);
      return { kind: "Done", play: after, scenario };
    });
  };
