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
    readonly weightOf: (key: Key, value: Value) => number = () => 1,
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  find(key: Key): Value | undefined {
    const known = this.#entries.get(key);
    if (known === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, known);
    return known;
  }

  /** Keeps a value in place of the key's last one. */
  keep(key: Key, value: Value): void {
    this.#forget(key);
    this.#weight += this.weightOf(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.limit) break;
      this.#forget(oldest);
    }
    this.#entries.set(key, value);
  }

  /** The value under the key, made by `make` when there is none. */
  remember(key: Key, make: () => Value): Value {
    const known = this.find(key);
    if (known !== undefined) return known;
    const made = make();
    this.keep(key, made);
    return made;
  }

  #forget(key: Key): void {
    const value = this.#entries.get(key);
    if (value !== undefined && this.#entries.delete(key)) this.#weight -= this.weightOf(key, value);
  }
}
