import type { ApexContext } from '../../platform/index.ts';
import { ApexException, textOf } from '../../runtime/index.ts';
import type { ApexDate, ApexDatetime, ApexList } from '../../runtime/index.ts';
import { lenient, statics } from '../arguments.ts';
import { elementsOf } from '../iteration.ts';
import { localText } from '../datetime/index.ts';
import type { NativeFunction, NativeMembers } from '../native.ts';

const valueOf: NativeFunction = lenient((value: unknown) =>
  value === null ? null : textOf(value)
);

/** Making text from other things. */
export const staticMembers: NativeMembers = {
  'static String valueOf(Integer value)': valueOf,
  'static String valueOf(Long value)': valueOf,
  'static String valueOf(Double value)': valueOf,
  'static String valueOf(Decimal value)': valueOf,
  'static String valueOf(Object value)': valueOf,
  'static String valueOf(Date value)': lenient((value: ApexDate | null) => value?.toIso() ?? null),
  'static String valueOf(Datetime value)': (context: ApexContext, value: ApexDatetime | null) =>
    value === null ? null : localText(context, value),
  'static String valueOfGmt(Datetime value)': lenient((value: ApexDatetime | null) =>
    value === null ? null : textOf(value)
  ),
  'static String join(Object iterable, String separator)': (
    context: ApexContext,
    iterable: unknown,
    separator: string | null
  ) => [...elementsOf(context, iterable)].map((item) => textOf(item)).join(separator ?? ''),
  'static String format(String pattern, List<Object> values)': lenient(formatMessage),
  'static String fromCharArray(List<Integer> characters)': statics((characters: ApexList) =>
    characters.items.map((character) => String.fromCodePoint(Number(character))).join('')
  )
};

/**
 * Fills `{0}`, `{1}` as Java's MessageFormat: quoted text stays as it is, a doubled quote is a quote.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm#apex_System_String_format
 */
function formatMessage(pattern: string | null, values: ApexList | null): string | null {
  if (pattern === null) return null;
  const items = values?.items ?? [];
  return pattern.replace(/''|'([^']*)(?:'|$)|\{([^{}]*)\}|\{/g, (whole, quoted, argument) => {
    if (whole === "''") return "'";
    if (typeof quoted === 'string') return quoted;
    return typeof argument === 'string' ? filled(argument, items) : badFormat(whole);
  });
}

function filled(argument: string, items: readonly unknown[]): string {
  const [, number, style] = /^\s*(\d+)\s*(?:,\s*(\w+).*)?$/s.exec(argument) ?? [];
  if (number === undefined) return badFormat(argument);
  if (style !== undefined) return unformattable(style);
  const index = Number(number);
  return index < items.length ? textOf(items[index]) : `{${index}}`;
}

/** Values are text by then, so that a number's or a date's format never fits. */
function unformattable(style: string): never {
  const kind = style.toLowerCase() === 'number' ? 'Number' : 'Date';
  throw new ApexException('System.StringException', `Cannot format given Object as a ${kind}`);
}

function badFormat(argument: string): never {
  throw new ApexException(
    'System.StringException',
    `can't parse argument number: ${argument.replace('{', '')}`
  );
}
