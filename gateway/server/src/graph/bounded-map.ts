/** A map that forgets what nobody asked for longest rather than grow past its limit. */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();

  constructor(readonly limit: number) {}

  /** The value under the key, made by `make` when there is none. */
  remember(key: Key, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const made = make();
    const oldest = this.#entries.keys().next();
    if (this.#entries.size >= this.limit && !oldest.done) this.#entries.delete(oldest.value);
    this.#entries.set(key, made);
    return made;
  }
}
