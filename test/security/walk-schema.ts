import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { type Filling, type KnownValues, type Slot, valuesOf } from "./argument-values.js";

type Field = GraphQLField<unknown, unknown>;

/** A field of a parent, and one of the object types that it can lead to. */
interface Edge {
  readonly parent: GraphQLObjectType;
  readonly field: Field;
  readonly target: GraphQLObjectType | null;
}

interface Variable {
  readonly name: string;
  readonly slot: Slot;
  /** Which of the slot's values: 0 for the usual one. */
  readonly choice: number;
}

/** One operation of the walk: a way through the graph, and at its end all that can be read there. */
export interface Question {
  /** The edge that it is about, as `Type.field`, with what is special about its arguments. */
  readonly title: string;
  /** The root field that it begins with. */
  readonly root: string;
  readonly query: string;
  /** Every `Type.field` that it asks for. */
  readonly covers: readonly string[];
  variables(filling: Filling, known: KnownValues): Record<string, unknown>;
}

/** Always given, so that pages are long enough to show what must not be there. */
const ALWAYS_GIVEN = new Set(["first"]);
/** What reads a list the other way: not together with `first`. */
const BACKWARDS = new Set(["last", "before"]);

/**
 * What lies below a partner is walked to its end from these: one partner, a list of them, what the gateway asks of a
 * subgraph, and answers to what a partner, its manager and a program manager may change. From elsewhere a question that
 * arrives at a partner asks for its fields, and for theirs: the same code answers all that is further on.
 */
const TO_THE_END = new Set(["partner", "partners", "_entities", "registerPartners", "enrollPeople", "recordReview"]);

/**
 * Questions that together ask for every field of every object type below the root, once through every edge that leads
 * there, from every root field (see `TO_THE_END`); and every optional argument with each value that `argument-values.ts`
 * has for it.
 *
 * @throws when an argument has no rule: a field that is added must be thought of
 */
export function walkSchema(schema: GraphQLSchema, root: GraphQLObjectType, known: KnownValues): Question[] {
  return fieldsOf(root).flatMap((field) =>
    pathsFrom(schema, root, field).flatMap((path) => [
      question(schema, path),
      ...variantsOf(path, known).map((variant) => question(schema, path, variant)),
    ]),
  );
}

/** Every `Type.field` that can be reached from the root, by the schema alone. */
export function reachableFields(schema: GraphQLSchema, root: GraphQLObjectType): Set<string> {
  const found = new Set<string>();
  const seen = new Set<GraphQLObjectType>();
  const visit = (type: GraphQLObjectType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    for (const field of fieldsOf(type)) {
      found.add(`${type.name}.${field.name}`);
      targetsOf(schema, field).forEach(visit);
    }
  };
  visit(root);
  return found;
}

// What Apollo adds to a subgraph for composition holds the schema, not data.
const fieldsOf = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(({ name }) => name !== "_service");

function targetsOf(schema: GraphQLSchema, { type }: Field): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/** The shortest way to each edge below a root field: breadth first, each edge once, so that circles end. */
function pathsFrom(schema: GraphQLSchema, parent: GraphQLObjectType, field: Field): Edge[][] {
  const seen = new Set<string>();
  const edgesOf = (from: GraphQLObjectType, of: Field): Edge[] => {
    const targets = targetsOf(schema, of);
    return (targets.length > 0 ? targets : [null]).map((target) => ({ parent: from, field: of, target }));
  };
  const isNew = ({ parent: { name }, field: { name: of }, target }: Edge) => {
    const key = `${name}.${of}:${target?.name}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const paths = edgesOf(parent, field)
    .filter(isNew)
    .map((edge) => [edge]);
  for (const path of paths) {
    const from = path.at(-1)?.target;
    if (from?.name === "Partner" && !TO_THE_END.has(field.name)) continue;
    const onward = from ? fieldsOf(from).filter((next) => !isLeafType(getNamedType(next.type))) : [];
    for (const edge of onward.flatMap((next) => (from ? edgesOf(from, next) : [])).filter(isNew))
      paths.push([...path, edge]);
  }
  return paths;
}

interface Variant {
  readonly argument: string;
  readonly choice: number;
}

/** Each optional argument of the fields that a question ends at, with each of its values. */
function variantsOf(path: readonly Edge[], known: KnownValues): Variant[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  const filling: Filling = { ids: "own", texts: "own", extent: "all" };
  return last.field.args.flatMap((argument) => {
    const values = valuesOf(slotOf(last, argument), filling, known);
    if (isGiven(argument)) return [];
    return values.map((_, choice) => ({ argument: argument.name, choice }));
  });
}

const isGiven = (argument: GraphQLArgument): boolean => isRequiredArgument(argument) || ALWAYS_GIVEN.has(argument.name);

const slotOf = ({ parent, field, target }: Edge, { name, type }: GraphQLArgument): Slot => ({
  owner: `${parent.name}.${field.name}`,
  name,
  type,
  returns: target?.name ?? getNamedType(field.type).name,
});

function question(schema: GraphQLSchema, path: readonly Edge[], variant?: Variant): Question {
  const variables: Variable[] = [];
  const covers: string[] = [];
  const call = (edge: Edge, special?: Variant): string => {
    covers.push(`${edge.parent.name}.${edge.field.name}`);
    const given = edge.field.args.flatMap((argument) => {
      const isSpecial = special?.argument === argument.name;
      if (argument.name === "first" && BACKWARDS.has(special?.argument ?? "")) return [];
      if (!isGiven(argument) && !isSpecial) return [];
      const name = `v${variables.length}`;
      variables.push({ name, slot: slotOf(edge, argument), choice: isSpecial ? special.choice : 0 });
      return [`${argument.name}: $${name}`];
    });
    return given.length === 0 ? edge.field.name : `${edge.field.name}(${given.join(", ")})`;
  };
  const leaves = (of: GraphQLObjectType): string =>
    fieldsOf(of)
      .filter(({ type }) => isLeafType(getNamedType(type)))
      .map((field) => call({ parent: of, field, target: null }))
      .join(" ") || "__typename";
  const all = (of: GraphQLObjectType): string =>
    fieldsOf(of)
      .map((field) => {
        const [target, ...others] = targetsOf(schema, field);
        const called = call({ parent: of, field, target: target ?? null });
        if (target === undefined) return called;
        // Of several types each is an edge of its own; their fields would get in each other's way here.
        return `${called} { ${others.length > 0 ? "__typename" : leaves(target)} }`;
      })
      .join(" ");
  const render = ([edge, ...rest]: readonly Edge[]): string => {
    if (edge === undefined) return "";
    const called = call(edge, rest.length === 0 ? variant : undefined);
    if (edge.target === null) return called;
    const inner = rest.length === 0 ? all(edge.target) : render(rest);
    return isAbstractType(getNamedType(edge.field.type))
      ? `${called} { __typename ... on ${edge.target.name} { ${inner} } }`
      : `${called} { ${inner} }`;
  };
  const selection = render(path);
  const [first] = path;
  const last = path.at(-1);
  if (first === undefined || last === undefined) throw new Error("A question leads somewhere");
  const kind = first.parent === schema.getMutationType() ? "mutation" : "query";
  const declared = variables.map(({ name, slot }) => `$${name}: ${slot.type}`).join(", ");
  const special = variant === undefined ? "" : ` with ${variant.argument} #${variant.choice}`;
  return {
    title: `${path.map(({ field }) => field.name).join(".")} → ${last.target?.name ?? "a leaf"}${special}`,
    root: first.field.name,
    query: `${kind} Walk${declared && `(${declared})`} { ${selection} }`,
    covers,
    variables: (filling, known) =>
      Object.fromEntries(
        variables.map(({ name, slot, choice }) => [name, valuesOf(slot, filling, known)[choice]] as const),
      ),
  };
}
