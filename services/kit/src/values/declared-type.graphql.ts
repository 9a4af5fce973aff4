import "../subgraph/metadata.js";
import {
  ArgsType,
  type ClassType,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
} from "type-graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "./scalars.js";

/*
 * Types of the graph, each field once: its name, its type in the graph and in TypeScript, and what it means.
 *
 *     export const PartnerFund = objectType("PartnerFund", "What a partner has of a fund in its present period.", {
 *       fund: field.string("Name of the fund in the program."),
 *       due: field.of(() => Money, "Null where people decide.").nullable(),
 *     });
 *     export type PartnerFund = InstanceType<typeof PartnerFund>;
 *
 * Fields that need work to answer are field resolvers, in a class decorated with `@Resolver(() => PartnerFund)`.
 */

interface FieldOptions {
  readonly isList?: boolean;
  readonly nullable?: boolean;
  readonly defaultValue?: unknown;
  readonly directive?: string;
  readonly isPersonal?: boolean;
}

/** A field as far as it is declared. `Optional` says whether an input may leave it out. */
export class DeclaredField<Value, Optional extends boolean = false> {
  declare readonly "~value": Value;
  declare readonly "~optional": Optional;

  constructor(
    /** Null for what the graph does not show. */
    readonly type: (() => unknown) | null,
    readonly description?: string,
    readonly options: FieldOptions = {},
  ) {}

  list(): DeclaredField<Value[], Optional> {
    return this.#with({ isList: true });
  }

  /** Null where there is none; an input may leave it out. */
  nullable(): DeclaredField<Value | null, true> {
    return this.#with({ nullable: true });
  }

  /** Names a person, or is what a person wrote: null for who reads no personal data. */
  personal(): DeclaredField<Value | null, true> {
    return this.#with({ nullable: true, isPersonal: true });
  }

  /** What an input has where it leaves the field out. */
  default(defaultValue: Value): DeclaredField<Value, false> {
    return this.#with({ defaultValue });
  }

  /** Of the federation, such as `@inaccessible`. */
  directive(directive: string): DeclaredField<Value, Optional> {
    return this.#with({ directive });
  }

  /** A narrower type in TypeScript, or that of the node that field resolvers complete. */
  as<Narrower>(): DeclaredField<Narrower, Optional> {
    return this.#with({});
  }

  #with(more: FieldOptions): DeclaredField<never, never> {
    return new DeclaredField(this.type, this.description, { ...this.options, ...more });
  }
}

/** What the graph's type is in TypeScript: of a class its objects, of an enum its words. */
type ValueOf<T> =
  T extends ClassType<infer Node> ? Node : T extends Readonly<Record<string, infer Word>> ? Word : never;

export const field = {
  id: (description?: string) => new DeclaredField<string>(() => ID, description),
  string: (description?: string) => new DeclaredField<string>(() => String, description),
  int: (description?: string) => new DeclaredField<number>(() => Int, description),
  boolean: (description?: string) => new DeclaredField<boolean>(() => Boolean, description),
  /** `YYYY-MM-DD`. */
  date: (description?: string) => new DeclaredField<string>(() => DateScalar, description),
  dateTime: (description?: string) => new DeclaredField<Date>(() => DateTimeScalar, description),
  /** An exact number, as text. */
  decimal: (description?: string) => new DeclaredField<string>(() => DecimalScalar, description),
  /**
   * Another type, named by a function since it may be declared later. One that has itself as a field says what its objects
   * are: `field.of((): ClassType<RuleNode> => Rule)`.
   */
  of: <T>(type: () => T, description?: string) => new DeclaredField<ValueOf<T>>(type, description),
  /** For field resolvers; the graph does not show it. */
  hidden: <Value>() => new DeclaredField<Value>(null),
};

type Fields = Readonly<Record<string, DeclaredField<unknown, boolean>>>;
type Read<T> = T extends (infer Item)[] ? readonly Item[] : T;

type ObjectOf<F extends Fields> = { [Name in keyof F & string]: Read<F[Name]["~value"]> };
type InputOf<F extends Fields> = {
  [Name in keyof F & string as F[Name]["~optional"] extends true ? never : Name]: F[Name]["~value"];
} & {
  [Name in keyof F & string as F[Name]["~optional"] extends true ? Name : never]?: F[Name]["~value"];
};

/** A class of the graph. Its fields may be part of another: `argsType({ ...PageArgs.fields, state: … })`. */
type Declared<Node extends object, F extends Fields> = ClassType<Node> & { readonly fields: F };

/** Directives of the federation, such as `@key(fields: "id")`. */
interface ObjectOptions {
  readonly directives?: readonly string[];
  /** Whose fields the type has, too: it names those that it describes otherwise. */
  readonly implements?: ClassType;
}

export function objectType<F extends Fields>(
  name: string,
  description: string,
  fields: F,
  { directives = [], implements: interfaceClass }: ObjectOptions = {},
): Declared<ObjectOf<F>, F> {
  class Type {}
  ObjectType(name, { description, ...(interfaceClass && { implements: interfaceClass }) })(Type);
  for (const directive of directives) Directive(directive)(Type);
  return declare(Type, fields);
}

/** An object of the interface that a field answers with says in `__typename` of which type it is. */
export function interfaceType<F extends Fields>(
  name: string,
  description: string,
  fields: F,
): Declared<ObjectOf<F>, F> {
  abstract class Type {}
  InterfaceType(name, { description, resolveType: ({ __typename }: { __typename?: string }) => __typename })(Type);
  return declare(Type as unknown as ClassType, fields); // Abstract, since it has no objects of its own.
}

/** An entity of another subgraph, as one that extends it knows it: by its key. The owner describes it. */
export const entityStub = <F extends Fields>(
  name: string,
  fields: F,
  {
    key = Object.keys(fields)[0],
    isResolvable = true,
    ...options
  }: { readonly key?: string; readonly isResolvable?: boolean } & Pick<ObjectOptions, "implements"> = {},
): Declared<ObjectOf<F>, F> =>
  objectType(name, "", fields, {
    directives: [`@key(fields: "${key}"${isResolvable ? "" : ", resolvable: false"})`],
    ...options,
  });

export function inputType<F extends Fields>(name: string, description: string, fields: F): Declared<InputOf<F>, F> {
  class Type {}
  InputType(name, { description })(Type);
  return declare(Type, fields);
}

/** Arguments that are checked and handed over as one object: `@Args(() => PageArgs)`. */
export function argsType<F extends Fields>(fields: F): Declared<InputOf<F>, F> {
  class Type {}
  ArgsType()(Type);
  return declare(Type, fields);
}

/** Fields that name persons, or hold what they wrote, by the class of their type. */
export const personalFields: { readonly type: ClassType; readonly field: string }[] = [];

function declare<F extends Fields>(declared: ClassType, fields: F): Declared<never, F> {
  for (const [name, { type, description, options }] of Object.entries(fields)) {
    if (type === null) continue;
    const { isList = false, isPersonal = false, directive, ...rest } = options;
    if (isPersonal) personalFields.push({ type: declared, field: name });
    const returns = isList ? () => [type()] : type;
    // The library's own decorator, called as a decorator is.
    Field(returns as () => ClassType, { ...rest, description, simple: true })(declared.prototype, name);
    if (directive !== undefined) Directive(directive)(declared.prototype, name);
  }
  return Object.assign(declared, { fields }) as Declared<never, F>; // Its fields were just added.
}
