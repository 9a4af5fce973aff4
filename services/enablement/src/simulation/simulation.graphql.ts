import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Person } from "../entities.graphql.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { SimulationActions } from "./actions.js";
import type { SimulationReads } from "./simulation.reads.js";
import { simulationRefusals } from "./simulation.refusals.js";
import { playOf, scenarioOf } from "./simulation-node.js";

type Context = RequestContext<SimulationReads, SimulationActions>;

const Scenario = objectType(
  "Scenario",
  "A deal that can be played. The score of a choice is shown once it is chosen.",
  {
    id: field.id(),
    name: field.string("Slug by which it is known."),
    title: field.string("Its name for people."),
    summary: field.string("What it is about, in a line."),
    best: field.int("What the best way through it scores."),
  },
);
type Scenario = InstanceType<typeof Scenario>;

const ScenarioChoice = objectType("ScenarioChoice", "One of the choices of a scene.", {
  name: field.string("By which `chooseInSimulation` names it."),
  text: field.string("What is done or said."),
});

const PlayedScene = objectType("PlayedScene", "The state of a play.", {
  name: field.string("By which `chooseInSimulation` names it."),
  text: field.string("What happens in it."),
  choices: field.of(() => ScenarioChoice, "In the order of the scenario.").list(),
});

const ChosenStep = objectType("ChosenStep", "What was chosen, what it scored, and why.", {
  scene: field.string("Name of the scene."),
  choice: field.string("What was chosen, in words."),
  points: field.int("What it scored; below zero, what it cost."),
  why: field.string("Why it scored so."),
});

const Play = objectType("Play", "A person at play.", {
  id: field.id(),
  person: field.of(() => Person, "Who plays."),
  scenario: field.of(() => Scenario, "The deal that is played."),
  scene: field.of(() => PlayedScene, "Null once it is over.").nullable(),
  steps: field.of(() => ChosenStep, "So far, in order.").list(),
  score: field.int("The points so far; may be below zero."),
  percent: field.int("The score as a share of the best, rounded down, not below 0."),
  startedAt: field.dateTime("When it was begun."),
  finishedAt: field.dateTime("When it was over; null while it goes on.").nullable(),
});
type Play = InstanceType<typeof Play>;

const BoardPlace = objectType("BoardPlace", "A place on the board. Partners see the names of their own people only.", {
  rank: field.int("From 1; equals share a place."),
  score: field.int("The points of the best finished play."),
  person: field.of(() => Person, "Null for people of other partners.").nullable(),
});
type BoardPlace = InstanceType<typeof BoardPlace>;

const ScenarioChoiceInput = inputType("ScenarioChoiceInput", "One of the choices of a scene.", {
  name: field.string("Slug, unique in its scene."),
  text: field.string("1 to 200 characters."),
  points: field.int("What it scores; below zero, what it costs."),
  why: field.string("Shown once it is chosen."),
  next: field.string("Name of the scene that follows; over if omitted.").nullable(),
});

const ScenarioSceneInput = inputType("ScenarioSceneInput", "What happens at one point, and what can be chosen there.", {
  name: field.string("Slug, unique in the scenario."),
  text: field.string("1 to 4,000 characters."),
  choices: field.of(() => ScenarioChoiceInput, "1 to 10.").list(),
});

const PublishScenarioInput = inputType("PublishScenarioInput", "A deal for people to play.", {
  name: field.string("Slug: a known one gets a new revision, and its board starts again from empty."),
  title: field.string("1 to 200 characters."),
  summary: field.string("1 to 200 characters."),
  scenes: field.of(() => ScenarioSceneInput, "At most 200; the first is where it begins.").list(),
});
type PublishScenarioInput = InstanceType<typeof PublishScenarioInput>;

const StartSimulationInput = inputType("StartSimulationInput", "Who plays what.", {
  personId: field.id("Who plays."),
  scenario: field.string("Slug of a published scenario."),
});
type StartSimulationInput = InstanceType<typeof StartSimulationInput>;

const ChooseInput = inputType("ChooseInput", "What is chosen in a scene.", {
  id: field.id("A play that is not over."),
  scene: field.string("The scene that is answered."),
  choice: field.string("Name of one of the scene's choices."),
});
type ChooseInput = InstanceType<typeof ChooseInput>;
const UserError = refusalType("Simulation", simulationRefusals);
const PlayPayload = payloadType("Play", { field: "play", type: () => Play, userError: UserError });
type PlayPayload = Payload<"play", ReturnType<typeof playOf>>;
const ScenarioPayload = payloadType("Scenario", { field: "scenario", type: () => Scenario, userError: UserError });
type ScenarioPayload = Payload<"scenario", ReturnType<typeof scenarioOf>>;

@Resolver(() => Scenario)
export class ScenarioResolver {
  @FieldResolver(() => [BoardPlace], {
    description: "The best finished play of each person at what is published last, at most 100.",
  })
  board(@Root() { name }: Scenario, @Ctx() { load }: Context): Promise<BoardPlace[]> {
    return load.board(name);
  }

  @Authorized("read courses")
  @Query(() => [Scenario], { nullable: true, description: "The deals that can be played, by name." })
  scenarios(@Ctx() { load }: Context): Promise<Scenario[]> {
    return load.scenarios();
  }

  @Authorized("publish scenarios")
  @Mutation(() => ScenarioPayload, {
    nullable: true,
    description: "Publishes a deal for people to play. Every path through it ends.",
  })
  async publishScenario(
    @Arg("input", () => PublishScenarioInput) input: PublishScenarioInput,
    @Ctx() { actions }: Context,
  ): Promise<ScenarioPayload> {
    const scenes = input.scenes.map((scene) => ({
      ...scene,
      choices: scene.choices.map((choice) => ({ ...choice, next: choice.next ?? null })),
    }));
    const outcome = await actions.publishScenario({ ...input, scenes });
    return payloadOf(simulationRefusals, outcome, "scenario", ({ scenario }) => scenarioOf(scenario));
  }

  @Authorized("play simulations")
  @Mutation(() => PlayPayload, { nullable: true, description: "A person begins to play, as often as it likes." })
  async startSimulation(
    @Arg("input", () => StartSimulationInput) input: StartSimulationInput,
    @Ctx() { actions }: Context,
  ): Promise<PlayPayload> {
    return payloadOf(simulationRefusals, await actions.startSimulation(input), "play", ({ play, scenario }) =>
      playOf(play, scenario),
    );
  }

  @Authorized("play simulations")
  @Mutation(() => PlayPayload, {
    nullable: true,
    description: "Chooses in the scene that is played: it scores, says why, and leads on. Safe to repeat.",
  })
  async chooseInSimulation(
    @Arg("input", () => ChooseInput) input: ChooseInput,
    @Ctx() { actions }: Context,
  ): Promise<PlayPayload> {
    return payloadOf(simulationRefusals, await actions.choose(input), "play", ({ play, scenario }) =>
      playOf(play, scenario),
    );
  }
}

@Resolver(() => Person)
export class PlayingPersonResolver {
  @FieldResolver(() => [Play], {
    nullable: true,
    description: "Latest first, at most 20. Null for a person whom the viewer may not read.",
  })
  plays(@Root() { id }: Person, @Ctx() { load }: Context): Promise<Play[]> | null {
    return load.plays(id);
  }
}
