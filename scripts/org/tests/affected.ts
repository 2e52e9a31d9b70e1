/** An Apex class or trigger, as far as it matters for what uses it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/**
 * The names among `candidates` that a change of `changed` can reach: the changed ones themselves, and all that name
 * them, directly or through others. Names count wherever they stand, in comments too: rather one test too many.
 *
 * @param sources every class and trigger of the project
 */
export function affectedBy(
  changed: ReadonlySet<string>,
  sources: readonly SourceText[]
): ReadonlySet<string> {
  const words = new Map(sources.map(({ name, text }) => [name.toLowerCase(), wordsOf(text)]));
  const reached = new Set([...changed].map((name) => name.toLowerCase()));
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size;
    for (const [name, used] of words) if (!used.isDisjointFrom(reached)) reached.add(name);
  }
  return reached;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]\w*/g) ?? []);
}
