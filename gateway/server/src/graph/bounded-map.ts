/** A map that forgets what nobody asked for longest rather than grow past its limit. */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  #weight = 0;

  /**
   * @param limit of what all entries weigh together
   * @param weightOf an entry; each weighs 1 where left out
   */
  constructor(
    readonly limit: number,
    readonly weightOf: (key: Key) => number = () => 1,
  ) {}

  /** The value under the key, made by `make` when there is none. */
  remember(key: Key, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const made = make();
    this.#weight += this.weightOf(key);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.limit) break;
      this.#entries.delete(oldest);
      this.#weight -= this.weightOf(oldest);
    }
    this.#entries.set(key, made);
    return made;
  }
}
