/** The share of a course's modules that are done, 0 to 100, rounded down: 100 only once all are. */
export const progressPercent = (modules: readonly { readonly name: string }[], done: readonly string[]): number =>
  modules.length === 0
    ? 0
    : Math.floor((modules.filter(({ name }) => done.includes(name)).length * 100) / modules.length);
