import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Person } from "../entities.graphql.js";
import { Authorized } from "../values.graphql.js";
import type { SimulationActions } from "./actions.js";
import type { SimulationReads } from "./simulation.reads.js";
import { simulationRefusals } from "./simulation.refusals.js";
import { playOf, scenarioOf } from "./simulation-node.js";

type Context = RequestContext<SimulationReads, SimulationActions>;

@ObjectType({ description: "A deal that can be played. The score of a choice is shown once it is chosen." })
class Scenario {
  @Field(() => String, { description: "Slug by which it is known." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "What it is about, in a line." })
  summary: string;

  @Field(() => Int, { description: "What the best way through it scores." })
  best: number;
}

@ObjectType({ description: "One of the choices of a scene." })
class ScenarioChoice {
  @Field(() => String, { description: "By which `chooseInSimulation` names it." })
  name: string;

  @Field(() => String, { description: "What is done or said." })
  text: string;
}

@ObjectType({ description: "The state of a play." })
class PlayedScene {
  @Field(() => String, { description: "By which `chooseInSimulation` names it." })
  name: string;

  @Field(() => String, { description: "What happens in it." })
  text: string;

  @Field(() => [ScenarioChoice], { description: "In the order of the scenario." })
  choices: ScenarioChoice[];
}

@ObjectType({ description: "What was chosen, what it scored, and why." })
class ChosenStep {
  @Field(() => String, { description: "Name of the scene." })
  scene: string;

  @Field(() => String, { description: "What was chosen, in words." })
  choice: string;

  @Field(() => Int, { description: "What it scored; below zero, what it cost." })
  points: number;

  @Field(() => String, { description: "Why it scored so." })
  why: string;
}

@ObjectType({ description: "A person at play." })
class Play {
  @Field(() => ID)
  id: string;

  @Field(() => Person, { description: "Who plays." })
  person: Person;

  @Field(() => Scenario, { description: "The deal that is played." })
  scenario: Scenario;

  @Field(() => PlayedScene, { nullable: true, description: "Null once it is over." })
  scene: PlayedScene | null;

  @Field(() => [ChosenStep], { description: "So far, in order." })
  steps: ChosenStep[];

  @Field(() => Int, { description: "The points so far; may be below zero." })
  score: number;

  @Field(() => Int, { description: "The score as a share of the best, rounded down, not below 0." })
  percent: number;

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  startedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was over; null while it goes on." })
  finishedAt: Date | null;
}

@ObjectType({ description: "A place on the board. Partners see the names of their own people only." })
class BoardPlace {
  @Field(() => Int, { description: "From 1; equals share a place." })
  rank: number;

  @Field(() => Int, { description: "The points of the best finished play." })
  score: number;

  @Field(() => Person, { nullable: true, description: "Null for people of other partners." })
  person: Person | null;
}

@InputType({ description: "One of the choices of a scene." })
class ScenarioChoiceInput {
  @Field(() => String, { description: "Slug, unique in its scene." })
  name: string;

  @Field(() => String, { description: "1 to 200 characters." })
  text: string;

  @Field(() => Int, { description: "What it scores; below zero, what it costs." })
  points: number;

  @Field(() => String, { description: "Shown once it is chosen." })
  why: string;

  @Field(() => String, { nullable: true, description: "Name of the scene that follows; over if omitted." })
  next?: string | null;
}

@InputType({ description: "What happens at one point, and what can be chosen there." })
class ScenarioSceneInput {
  @Field(() => String, { description: "Slug, unique in the scenario." })
  name: string;

  @Field(() => String, { description: "1 to 4,000 characters." })
  text: string;

  @Field(() => [ScenarioChoiceInput], { description: "1 to 10." })
  choices: ScenarioChoiceInput[];
}

@InputType({ description: "A deal for people to play." })
class PublishScenarioInput {
  @Field(() => String, { description: "Slug: a known one gets a new revision, and its board starts again from empty." })
  name: string;

  @Field(() => String, { description: "1 to 200 characters." })
  title: string;

  @Field(() => String, { description: "1 to 200 characters." })
  summary: string;

  @Field(() => [ScenarioSceneInput], { description: "At most 200; the first is where it begins." })
  scenes: ScenarioSceneInput[];
}

@InputType({ description: "Who plays what." })
class StartSimulationInput {
  @Field(() => ID, { description: "Who plays." })
  personId: string;

  @Field(() => String, { description: "Slug of a published scenario." })
  scenario: string;
}

@InputType({ description: "What is chosen in a scene." })
class ChooseInput {
  @Field(() => ID, { description: "A play that is not over." })
  playId: string;

  @Field(() => String, { description: "The scene that is answered." })
  scene: string;

  @Field(() => String, { description: "Name of one of the scene's choices." })
  choice: string;
}
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
