const sign = ' = ';

/** `New = Net New Business`, a line each, as a map. The last sign of a line counts. */
export function readValueMap(text: string | undefined): Map<string, string> {
  const lines = (text ?? '').split('\n').filter((line) => line.includes(sign));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(sign);
      return [line.slice(0, at).trim(), line.slice(at + sign.length).trim()];
    })
  );
}

/** The map as lines; values without a partner are left out. */
export function writeValueMap(map: ReadonlyMap<string, string>): string {
  return [...map]
    .filter(([, target]) => target !== '')
    .map(([source, target]) => source + sign + target)
    .join('\n');
}
