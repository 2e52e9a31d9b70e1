import { ApexList } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';
import { ApexPattern, replaceMatches, splitText } from '../regex/index.ts';

/** The methods that take a regular expression, and `replace`, which takes none. */
export const regexMembers: NativeMembers = {
  'String replace(String target, String replacement)': method(
    (self: string, target: string, replacement: string) =>
      self.replaceAll(target, () => replacement)
  ),
  'String replaceAll(String pattern, String replacement)': method(
    (self: string, pattern: string, replacement: string) =>
      replaceMatches(self, new ApexPattern(pattern), { replacement, all: true })
  ),
  'String replaceFirst(String pattern, String replacement)': method(
    (self: string, pattern: string, replacement: string) =>
      replaceMatches(self, new ApexPattern(pattern), { replacement, all: false })
  ),
  'List<String> split(String pattern)': method((self: string, pattern: string) =>
    split(self, pattern, 0)
  ),
  'List<String> split(String pattern, Integer limit)': method(split)
};

function split(text: string, pattern: string, limit: number): ApexList {
  return new ApexList(
    'String',
    splitPlainly(text, pattern, limit) ?? splitText(text, new ApexPattern(pattern), limit)
  );
}

/** The common case of a separator that is no pattern; undefined where the general way is needed. */
function splitPlainly(text: string, separator: string, limit: number): string[] | undefined {
  if (limit !== 0 || !/^[\w ,;:/@#%&=<>~'"!-]+$/.test(separator)) return undefined;
  const parts = text.split(separator);
  const last = parts.findLastIndex((part) => part !== '');
  return parts.length === 1 ? parts : parts.slice(0, last + 1);
}
