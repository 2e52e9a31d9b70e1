/** Puts values into a label: `{0} of {1}`. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (mark, index: string) =>
    String(values[Number(index)] ?? mark)
  );
}

/** An address from outside, when it is one of the web; anything else, such as a script, is no address. */
export function webAddress(value: unknown): string {
  const text = textOf(value).trim();
  return /^https?:\/\//i.test(text) ? text : '';
}

/** A value as text: nothing for what is neither text nor number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
