import { expect, test } from "vitest";
import { checkScenario, type Scenario, type Scene } from "./scenario.js";

const choice = (name: string, points: number, next: string | null = null) => ({
  name,
  text: `Do ${name}.`,
  points,
  why: "So it is.",
  next,
});
const scene = (name: string, ...choices: Scene["choices"]): Scene => ({ name, text: `At ${name}.`, choices });
const scenario = (...scenes: Scene[]): Scenario => ({ name: "renewal", title: "T", summary: "S", scenes });

test("the best way through counts, be its first step worse", () => {
  const sound = scenario(
    scene("call", choice("discount", 10), choice("ask", -2, "need")),
    scene("need", choice("listen", 15), choice("talk", 0)),
  );
  expect(checkScenario(sound)).toEqual({ kind: "Sound", best: 13 });
});

test.each<[string, Scenario, string]>([
  ["without a scene", scenario(), "scenes"],
  ["that leads in a circle", scenario(scene("a", choice("on", 1, "b")), scene("b", choice("back", 1, "a"))), "scenes"],
  ["that scores nothing", scenario(scene("a", choice("on", 0))), "scenes"],
  ["that leads nowhere", scenario(scene("a", choice("on", 1, "z"))), "scenes.0.choices.0.next"],
  ["with a scene twice", scenario(scene("a", choice("on", 1)), scene("a", choice("on", 1))), "scenes.1.name"],
  ["with a choice twice", scenario(scene("a", choice("on", 1), choice("on", 2))), "scenes.0.choices.1.name"],
  ["without a choice", scenario(scene("a")), "scenes.0.choices"],
  ["with too many points", scenario(scene("a", choice("on", 1_001))), "scenes.0.choices.0.points"],
  ["with a name that is none", { ...scenario(scene("a", choice("on", 1))), name: "A deal" }, "name"],
])("a scenario %s is refused where it is wrong", (_, wrong, field) => {
  const checked = checkScenario(wrong);
  expect(checked.kind === "ScenarioInvalid" ? checked.path.join(".") : checked).toBe(field);
});

test("two hundred scenes, each with ten ways into the next, are checked at once", () => {
  const scenes = Array.from({ length: 200 }, (_, i) =>
    scene(`s${i}`, ...Array.from({ length: 10 }, (__, j) => choice(`c${j}`, j, i === 199 ? null : `s${i + 1}`))),
  );
  expect(checkScenario(scenario(...scenes))).toEqual({ kind: "Sound", best: 1_800 });
});
