const character = String.raw`[\p{L}\p{N}]`;
const gap = String.raw`[^\p{L}\p{N}]`;

/**
 * What finds the words in a text: a regular expression for the flags `iu`. Texts are cut into words at spaces and
 * punctuation; `*` stands for any characters of a word and `?` for one, but not where a word begins.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
export function wordPattern(words: string): string {
  const parts = words
    .replace(/\\(.)/g, ' ')
    .split(/[^\p{L}\p{N}*?]+/u)
    .map((word) => word.replace(/^[*?]+/, ''))
    .filter((word) => word !== '');
  if (parts.length === 0) return '(?!)';
  const found = parts.map((word) =>
    word.replaceAll('*', `${character}*`).replaceAll('?', character)
  );
  return `(?<!${character})${found.join(`${gap}+`)}(?!${character})`;
}
