/** Puts values into a label: `{0} of {1}`. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (mark, index: string) =>
    String(values[Number(index)] ?? mark)
  );
}

/** A value as text: nothing for what is neither text nor number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
