type Rule = readonly [RegExp, (match: readonly string[]) => string];

/** From the grammar's words to the platform's. */
const rules: readonly Rule[] = [
  [/^missing '(.+?)' at '(.*)'$/s, ([, what, at]) => `Missing '${what}' at '${at}'`],
  [/^extraneous input '(.*?)' expecting/s, ([, token]) => unexpected(token)],
  [/^mismatched input '<EOF>' expecting/s, () => 'Unexpected end of file.'],
  [
    /^mismatched input '(.*?)' expecting '(.{1,3})'$/s,
    ([, at, what]) => `Missing '${what}' at '${at}'`
  ],
  [/^mismatched input '(.*?)' expecting/s, ([, token]) => unexpected(token)],
  [/^no viable alternative at input '(.*)'$/s, ([, input]) => unexpected(lastToken(input ?? ''))],
  [/^token recognition error at: '(.*)'$/s, ([, text]) => unrecognised(text ?? '')]
];

function unexpected(token: string | undefined): string {
  return token === '<EOF>' ? 'Unexpected end of file.' : `Unexpected token '${token ?? ''}'.`;
}

function lastToken(input: string): string {
  return /(\w+|<EOF>|\W)$/.exec(input)?.[0] ?? input;
}

function unrecognised(text: string): string {
  if (text.startsWith("'")) {
    const wrong = /\\[^btnfr"'\\u_%]/i.exec(text)?.[0];
    return wrong !== undefined
      ? `Invalid string literal '${text.slice(1)}'. Illegal character sequence '${wrong}' in string literal.`
      : 'Line breaks are not allowed in string literals';
  }
  return `Unrecognized symbol '${text}', which is not a valid Apex identifier.`;
}

export function platformWording(message: string): string {
  for (const [pattern, say] of rules) {
    const match = pattern.exec(message);
    if (match) return say(match);
  }
  return message;
}
