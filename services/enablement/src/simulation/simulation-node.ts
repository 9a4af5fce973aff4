import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { personOf } from "../learner/index.js";
import type { PlayRow } from "./play.entity.js";
import type { ScenarioRow } from "./scenario.entity.js";

export const scenarioOf = ({ name, revision, title, summary, best }: ScenarioRow) => ({
  id: encodeNamedId("Scenario", name, String(revision)),
  name,
  title,
  summary,
  best,
});

export const playOf = (row: PlayRow, scenario: ScenarioRow) => {
  const sceneNamed = (name: string | null) => scenario.scenes.find((scene) => scene.name === name);
  const scene = sceneNamed(row.scene);
  return {
    id: encodeOwnedId("Play", { partnerId: row.partnerId, id: row.playId }),
    person: personOf(row),
    scenario: scenarioOf(scenario),
    scene:
      scene === undefined
        ? null
        : {
            name: scene.name,
            text: scene.text,
            // Named one by one: what they score stays here.
            choices: scene.choices.map(({ name, text }) => ({ name, text })),
          },
    steps: row.choices.flatMap(({ scene: name, choice }) => {
      const chosen = sceneNamed(name)?.choices.find((one) => one.name === choice);
      return chosen === undefined ? [] : { scene: name, choice: chosen.text, points: chosen.points, why: chosen.why };
    }),
    score: row.score,
    percent: Math.max(0, Math.floor((row.score * 100) / scenario.best)),
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
};
