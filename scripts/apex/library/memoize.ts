/** How many results are kept; a hostile program cannot fill the memory with them. */
const capacity = 500;

/** A pure function that keeps its results by text key. */
export function memoize<T>(create: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const created = create(key);
    if (known.size >= capacity) known.clear();
    known.set(key, created);
    return created;
  };
}
