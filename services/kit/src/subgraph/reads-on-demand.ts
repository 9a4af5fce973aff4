type Joined<Makers extends readonly (() => object)[]> = UnionToIntersection<ReturnType<Makers[number]>>;
type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer Intersection,
) => void
  ? Intersection & object
  : never;

interface OnDemand {
  readonly makers: readonly (() => object)[];
}

/**
 * Joins what the subjects of a service read to one object, in which each subject's part is made once something of it is
 * used: a request uses few of some twenty subjects. The first request makes them all, to learn what each offers.
 *
 * @example
 * const join = readsOnDemand();
 * const readsOf = (parts: ReadParts) => join(() => orderReads(parts), () => customerReads(parts));
 */
export function readsOnDemand() {
  let prototype: object | null = null;
  return <Makers extends readonly (() => object)[]>(...makers: Makers): Joined<Makers> => {
    prototype ??= prototypeOf(makers);
    const reads: OnDemand = Object.assign(Object.create(prototype), { makers });
    return reads as unknown as Joined<Makers>; // Its prototype has a getter for each read of each part.
  };
}

function prototypeOf(makers: readonly (() => object)[]): object {
  const prototype = {};
  /** Which part has a name: where two subjects offer one, the later, as in a literal. */
  const owners = new Map(makers.flatMap((make, i) => Object.keys(make()).map((name) => [name, i] as const)));
  for (const [name, i] of owners)
    Object.defineProperty(prototype, name, {
      get(this: OnDemand) {
        const part = (this.makers[i]?.() ?? {}) as Record<string, unknown>;
        for (const own of Object.keys(part))
          if (owners.get(own) === i) Object.defineProperty(this, own, { value: part[own] });
        return part[name];
      },
    });
  return prototype;
}

/** Works once, when it is first asked. */
export function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
