import { ApexParser, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import { compileErrors, load } from '../testing/index.ts';
import { compileAnonymous } from '../load/index.ts';
import { testHost, testLibrary } from '../testing/index.ts';
import { rightPrograms } from './cases.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_defining.htm
const trigger = `trigger AccountRules on Account (before insert, after update) {
  Integer count = 0;
  class Rule { Integer size; }
  for (Account record : Trigger.new) { count++; }
  System.debug(count);
}`;

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
const anonymous = `Integer count = 0;
class Rule { Integer size; }
void add() { System.debug('added'); }
count++;
System.debug(count);`;

/** No other rule leads to it: braces around the search text are not Apex. */
const unreachable = ['soslLiteralAlt'];

test('should have a right program for every rule of the grammar', () => {
  const seen = new Set<number>();
  for (const { text } of rightPrograms()) {
    visit(ApexParserFactory.createParser(text).compilationUnit(), seen);
  }
  visit(ApexParserFactory.createParser(trigger).triggerUnit(), seen);
  visit(ApexParserFactory.createParser(anonymous).anonymousUnit(), seen);

  const missing = ApexParser.ruleNames.filter((_name, index) => !seen.has(index));

  expect(missing).toEqual(unreachable);
});

test('should accept the trigger and the anonymous block of the grammar', () => {
  const { program } = load('public class Nothing {}');

  expect(compileErrors(trigger)).toEqual([]);
  expect(compileAnonymous(program, anonymous, testLibrary(testHost())).errors).toEqual([]);
});

interface Node {
  readonly ruleIndex?: number;
  readonly children?: readonly Node[] | null;
}

function visit(tree: ApexParserRuleContext, seen: Set<number>): void {
  const open: Node[] = [tree as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.ruleIndex !== undefined) seen.add(node.ruleIndex);
    open.push(...(node.children ?? []));
  }
}
