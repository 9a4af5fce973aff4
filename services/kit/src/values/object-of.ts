/**
 * A function that makes objects with these names, all null, in their order. An object that is made whole has room for all
 * of its names in itself; one that is filled name by name is moved several times while it grows.
 */
export function objectOf(names: readonly string[]): () => Record<string, unknown> {
  // In a literal this name says the prototype.
  if (names.includes("__proto__")) return () => Object.fromEntries(names.map((name) => [name, null]));
  const literal = `({ ${names.map((name) => `${JSON.stringify(name)}: null`).join(", ")} })`;
  return new Function(`return ${literal}`) as () => Record<string, unknown>; // Names are quoted: nothing else is run.
}
