/**
 * Looks up what never changes once it is there, and remembers the lookup itself: many that ask at once look once. What
 * failed or found nothing is forgotten, and looked up again by the next; past the limit the oldest goes.
 */
export function promiseCache<Key, Value>(
  lookUp: (key: Key) => Promise<Value | null>,
  { keyText, limit }: { readonly keyText: (key: Key) => string; readonly limit: number },
): (key: Key) => Promise<Value | null> {
  const known = new Map<string, Promise<Value | null>>();
  return (key) => {
    const text = keyText(key);
    const before = known.get(text);
    if (before !== undefined) return before;
    const looking = lookUp(key);
    const forget = () => {
      if (known.get(text) === looking) known.delete(text);
    };
    known.set(text, looking);
    looking.then((found) => found === null && forget(), forget);
    const oldest = known.keys().next();
    if (known.size > limit && !oldest.done) known.delete(oldest.value);
    return looking;
  };
}
