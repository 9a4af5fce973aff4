import { isLine, isTextOf } from "@tiergraph/kit/values/text";
import { isName, NAME_RULE } from "@tiergraph/program/document/notation";
import { simulationRefusals } from "./simulation.refusals.js";

/** A deal that is played: scenes with choices, each of which scores and leads on. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The first is where it begins. */
  readonly scenes: readonly Scene[];
}
export interface Scene {
  readonly name: string;
  readonly text: string;
  readonly choices: readonly Choice[];
}
interface Choice {
  readonly name: string;
  readonly text: string;
  /** What it scores; below zero, what it costs. */
  readonly points: number;
  /** Why it scores that: shown once it is chosen. */
  readonly why: string;
  /** The scene that follows; null where the deal is over. */
  readonly next: string | null;
}

type CheckedScenario =
  | { readonly kind: "Sound" /** What the best way through scores. */; readonly best: number }
  | ReturnType<typeof simulationRefusals.ScenarioInvalid>;

const MAX_SCENES = 200;
const MAX_CHOICES = 10;
const MAX_TEXT = 4_000;
const MAX_POINTS = 1_000;

/** Checks a scenario: every path through it ends, and the best one scores above zero. */
export function checkScenario(scenario: Scenario): CheckedScenario {
  const problem = (path: readonly string[], because: string) => simulationRefusals.ScenarioInvalid({ path, because });
  const { scenes } = scenario;
  if (!isName(scenario.name)) return problem(["name"], NAME_RULE);
  for (const field of ["title", "summary"] as const)
    if (!isLine(scenario[field])) return problem([field], `${field} must be 1 to 200 characters.`);
  if (scenes.length === 0 || scenes.length > MAX_SCENES)
    return problem(["scenes"], `A scenario has 1 to ${MAX_SCENES} scenes.`);
  const names = scenes.map(({ name }) => name);
  for (const [i, scene] of scenes.entries()) {
    const at = ["scenes", String(i)];
    if (!isName(scene.name)) return problem([...at, "name"], NAME_RULE);
    if (names.indexOf(scene.name) !== i) return problem([...at, "name"], `Scene ${scene.name} is there twice.`);
    if (!isTextOf(scene.text, MAX_TEXT)) return problem([...at, "text"], `A scene has 1 to ${MAX_TEXT} characters.`);
    if (scene.choices.length === 0 || scene.choices.length > MAX_CHOICES)
      return problem([...at, "choices"], `A scene has 1 to ${MAX_CHOICES} choices.`);
    for (const [j, choice] of scene.choices.entries()) {
      const here = [...at, "choices", String(j)];
      if (!isName(choice.name)) return problem([...here, "name"], NAME_RULE);
      if (scene.choices.findIndex(({ name }) => name === choice.name) !== j)
        return problem([...here, "name"], `Choice ${choice.name} is there twice.`);
      if (!isLine(choice.text)) return problem([...here, "text"], "A choice has 1 to 200 characters.");
      if (!isLine(choice.why))
        return problem([...here, "why"], "Why it scores what it scores has 1 to 200 characters.");
      if (Math.abs(choice.points) > MAX_POINTS)
        return problem([...here, "points"], `A choice scores at most ${MAX_POINTS} points either way.`);
      if (choice.next !== null && !names.includes(choice.next))
        return problem([...here, "next"], `There is no scene ${choice.next.slice(0, 64)}.`);
    }
  }
  const best = bestFrom(scenes);
  if (best === null)
    return problem(["scenes"], "A way through it leads back to a scene that it passed: it never ends.");
  return best > 0 ? { kind: "Sound", best } : problem(["scenes"], "The best way through it scores nothing.");
}

/** What the best way from the first scene on scores; null where a way goes in a circle. */
function bestFrom(scenes: readonly Scene[]): number | null {
  const known = new Map(scenes.map((scene) => [scene.name, scene]));
  const best = new Map<string, number>();
  const under = new Set<string>();
  const from = (name: string): number | null => {
    const done = best.get(name);
    if (done !== undefined) return done;
    if (under.has(name)) return null;
    under.add(name);
    let most = Number.NEGATIVE_INFINITY;
    for (const { points, next } of known.get(name)?.choices ?? []) {
      const rest = next === null ? 0 : from(next);
      if (rest === null) return null;
      most = Math.max(most, points + rest);
    }
    under.delete(name);
    best.set(name, most);
    return most;
  };
  // Every scene, so that one that nothing leads to is no trap for the one who changes the first.
  return scenes.some(({ name }) => from(name) === null) ? null : from(scenes[0]?.name ?? "");
}
