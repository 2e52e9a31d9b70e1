import { ApexList } from '../../runtime/index.ts';
import { method, statics } from '../arguments.ts';
import { nativeClass } from '../native.ts';
import type { NativeType } from '../native.ts';
import { ApexMatcher } from './matcher.ts';
import { ApexPattern, splitText } from './pattern.ts';

export { ApexMatcher } from './matcher.ts';
export { ApexPattern, replaceMatches, splitText } from './pattern.ts';

const split = (pattern: ApexPattern, text: string, limit = 0): ApexList =>
  new ApexList('String', splitText(text, pattern, limit));

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_pattern_methods.htm */
export const patternType: NativeType = nativeClass('Pattern', {
  'static Pattern compile(String pattern)': statics((source: string) => new ApexPattern(source)),
  'static Boolean matches(String pattern, String text)': statics((source: string, text: string) =>
    new ApexPattern(source).matchesWhole(text)
  ),
  'static String quote(String text)': statics(
    (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
  ),
  'Matcher matcher(String text)': method(
    (self: ApexPattern, text: string) => new ApexMatcher(self, text)
  ),
  'String pattern()': method((self: ApexPattern) => self.source),
  'String toString()': method((self: ApexPattern) => self.source),
  'List<String> split(String text)': method((self: ApexPattern, text: string) => split(self, text)),
  'List<String> split(String text, Integer limit)': method(
    (self: ApexPattern, text: string, limit: number) => split(self, text, limit)
  )
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_matcher_methods.htm */
export const matcherType: NativeType = nativeClass('Matcher', {
  'Boolean matches()': method((self: ApexMatcher) => self.matches()),
  'Boolean lookingAt()': method((self: ApexMatcher) => self.lookingAt()),
  'Boolean find()': method((self: ApexMatcher) => self.find()),
  'Boolean find(Integer start)': method((self: ApexMatcher, start: number) => self.findFrom(start)),
  'String group()': method((self: ApexMatcher) => self.group(0)),
  'String group(Integer number)': method((self: ApexMatcher, number: number) => self.group(number)),
  'Integer groupCount()': method((self: ApexMatcher) => self.groupCount),
  'Integer start()': method((self: ApexMatcher) => self.start(0)),
  'Integer start(Integer number)': method((self: ApexMatcher, number: number) =>
    self.start(number)
  ),
  'Integer end()': method((self: ApexMatcher) => self.end(0)),
  'Integer end(Integer number)': method((self: ApexMatcher, number: number) => self.end(number)),
  'Boolean hitEnd()': method((self: ApexMatcher) => self.hitEnd),
  'Pattern pattern()': method((self: ApexMatcher) => self.pattern),
  'static String quoteReplacement(String text)': statics((text: string) =>
    text.replace(/[\\$]/g, '\\$&')
  ),
  'Matcher region(Integer start, Integer end)': method(
    (self: ApexMatcher, start: number, end: number) => self.setRegion(start, end)
  ),
  'Integer regionStart()': method((self: ApexMatcher) => self.regionStart),
  'Integer regionEnd()': method((self: ApexMatcher) => self.regionEnd),
  'Boolean hasAnchoringBounds()': method((self: ApexMatcher) => self.anchoringBounds),
  'Boolean hasTransparentBounds()': method((self: ApexMatcher) => self.transparentBounds),
  'String replaceAll(String replacement)': method((self: ApexMatcher, replacement: string) =>
    self.replace(replacement, true)
  ),
  'String replaceFirst(String replacement)': method((self: ApexMatcher, replacement: string) =>
    self.replace(replacement, false)
  ),
  'Matcher reset()': method((self: ApexMatcher) => self.reset()),
  'Matcher reset(String text)': method((self: ApexMatcher, text: string) => self.reset(text)),
  'Matcher usePattern(Pattern pattern)': method((self: ApexMatcher, pattern: ApexPattern) =>
    self.usePattern(pattern)
  )
});
