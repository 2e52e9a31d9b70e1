/** Stands for the backslash of `\_` and `\%`, which only SOQL knows and Apex's lexer refuses. */
export const wildcardMark = '\uE000';

/** A query's text as Apex's lexer takes it. */
export function markWildcards(text: string): string {
  return text.replace(/\\([\s\S])/g, (whole, character: string) =>
    character === '_' || character === '%' ? wildcardMark + character : whole
  );
}
