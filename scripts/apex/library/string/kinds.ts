import { method, lenient } from '../arguments.ts';
import type { NativeMembers } from '../native.ts';

const test = (pattern: RegExp) => method((self: string) => pattern.test(self));

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const isEmpty = (text: string | null): boolean => text === null || text === '';

/** What a text consists of. The `is…` methods of an instance are false for an empty text, but for those with spaces. */
export const kindMembers: NativeMembers = {
  'static Boolean isBlank(String text)': lenient(isBlank),
  'static Boolean isNotBlank(String text)': lenient((text: string | null) => !isBlank(text)),
  'static Boolean isEmpty(String text)': lenient(isEmpty),
  'static Boolean isNotEmpty(String text)': lenient((text: string | null) => !isEmpty(text)),
  'Boolean isAllLowerCase()': test(/^\p{Ll}+$/u),
  'Boolean isAllUpperCase()': test(/^\p{Lu}+$/u),
  'Boolean isAlpha()': test(/^\p{L}+$/u),
  'Boolean isAlphaSpace()': test(/^[\p{L} ]*$/u),
  'Boolean isAlphanumeric()': test(/^[\p{L}\p{Nd}]+$/u),
  'Boolean isAlphanumericSpace()': test(/^[\p{L}\p{Nd} ]*$/u),
  'Boolean isAsciiPrintable()': test(/^[ -~]*$/),
  'Boolean isNumeric()': test(/^\p{Nd}+$/u),
  'Boolean isNumericSpace()': test(/^[\p{Nd} ]*$/u),
  'Boolean isWhitespace()': test(/^\s*$/)
};
