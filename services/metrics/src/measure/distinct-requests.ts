/** Requests by what they say: one that is asked twice has one place. */
export class DistinctRequests<Request extends object> {
  readonly #places = new Map<string, number>();
  readonly #requests: Request[] = [];

  /** From 0, in the order in which they were first asked. */
  place(request: Request): number {
    const text = JSON.stringify(request);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#requests.length);
    return this.#requests.push(request) - 1;
  }

  all(): readonly Request[] {
    return this.#requests;
  }

  get size(): number {
    return this.#requests.length;
  }
}
