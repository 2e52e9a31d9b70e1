import type { FieldValue } from '../store/types.ts';
import { failureOf } from '../metadata/testing/failure.ts';
import { compileFormula } from './compile.ts';
import {
  FormulaError,
  type FormulaEnvironment,
  type FormulaReference,
  type FormulaType
} from './types.ts';

/** The functions as https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm describes them. */
const environment: FormulaEnvironment = {
  now: Date.parse('2026-11-24T18:30:15Z'),
  timeZone: 'America/Los_Angeles',
  isNew: false,
  isClone: false
};

const fields: Readonly<Record<string, readonly [FormulaType, FieldValue]>> = {
  Blank_Text: ['text', null],
  Blank_Number: ['number', null],
  Blank_Date: ['date', null],
  Stage: ['picklist', 'Closed Won'],
  Kinds: ['multipicklist', 'A;B'],
  Amount: ['number', 1234.5],
  Close: ['date', '2026-01-31'],
  Created: ['datetime', '2026-11-24T18:30:15.000Z'],
  Start: ['time', '09:30:05.250Z'],
  Active: ['boolean', true]
};

function resolve([name = '']: readonly string[]): FormulaReference<FormulaEnvironment> | undefined {
  const field = fields[name];
  return field === undefined ? undefined : { type: field[0], read: () => field[1] };
}

const evaluate = (source: string, blankNumbersAsZero = false): FieldValue =>
  compileFormula(source, { resolve, blankNumbersAsZero }).run(environment);

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3', 8],
    ['-2 + 5', 3],
    ['10 / 4', 2.5],
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['1 / 0', null],
    ['1 / 3 * 3', 1],
    ['"a" & "b" + "c"', 'abc'],
    ['1 < 2 && 2 <= 2', true],
    ['1 > 2 || 3 >= 4', false],
    ['!TRUE', false],
    ['1 <> 2', true],
    ['1 != 1', false],
    ['"a" = "A"', false],
    ['"a" == "a"', true],
    ['Close + 1', '2026-02-01'],
    ['Close - DATE(2026, 1, 1)', 30],
    ['Created + 0.5', '2026-11-25T06:30:15.000Z'],
    ['Created - DATETIMEVALUE("2026-11-23 18:30:15")', 1],
    ['Start + 60000', '09:31:05.250Z'],
    ['Close > DATE(2026, 1, 30)', true],
    ['/* a comment */ 1', 1]
  ])('should compute %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('blanks', () => {
  test.each([
    ['Blank_Number + 1', false, null],
    ['Blank_Number + 1', true, 1],
    ['Blank_Number > 0', false, false],
    ['ISBLANK(Blank_Number)', false, true],
    ['ISBLANK(Blank_Number)', true, false],
    ['Blank_Text & "x"', false, 'x'],
    ['Blank_Text = ""', false, true],
    ['ISBLANK(Blank_Text)', false, true],
    ['BLANKVALUE(Blank_Text, "none")', false, 'none'],
    ['NULLVALUE(Blank_Date, DATE(2026,1,1))', false, '2026-01-01'],
    ['Blank_Date + 1', false, null],
    ['IF(Blank_Number = NULL, "a", "b")', false, 'a']
  ])('should make %s (numbers as zero: %s) %s', (source, asZero, expected) => {
    expect(evaluate(source, asZero)).toEqual(expected);
  });
});

describe('logic', () => {
  test.each([
    ['IF(AND(Active, 1 = 1), "yes", "no")', 'yes'],
    ['IF(OR(FALSE, NOT(TRUE)), 1, 2)', 2],
    ['CASE(Stage, "Closed Won", 1, "Closed Lost", 2, 0)', 1],
    ['CASE(3, 1, "a", 2, "b", "z")', 'z'],
    ['ISPICKVAL(Stage, "Closed Won")', true],
    ['TEXT(Stage) = "Closed Won"', true],
    ['INCLUDES(Kinds, "B")', true],
    ['PICKLISTCOUNT(Kinds)', 2],
    ['ISNUMBER("12.5")', true],
    ['ISNUMBER("a")', false],
    ['ISNEW()', false]
  ])('should compute %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('text', () => {
  test.each([
    ['BEGINS("Salesforce", "Sales")', true],
    ['CONTAINS("Salesforce", "force")', true],
    ['FIND("l", "hello")', 3],
    ['FIND("l", "hello", 4)', 4],
    ['FIND("z", "hello")', 0],
    ['LEFT("hello", 2)', 'he'],
    ['RIGHT("hello", 2)', 'lo'],
    ['MID("hello", 2, 3)', 'ell'],
    ['LEN("hello")', 5],
    ['LPAD("7", 3, "0")', '007'],
    ['RPAD("7", 3)', '7  '],
    ['LOWER("HeLLo")', 'hello'],
    ['UPPER("hello")', 'HELLO'],
    ['INITCAP("hello wOrld")', 'Hello World'],
    ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
    ['TRIM("  a ")', 'a'],
    ['REVERSE("abc")', 'cba'],
    ['REGEX("A-12", "[A-Z]-\\\\d+")', true],
    ['REGEX("xA-12", "[A-Z]-\\\\d+")', false],
    ['VALUE("12.50")', 12.5],
    ['TEXT(12.50)', '12.5'],
    ['TEXT(Created)', '2026-11-24 18:30:15Z'],
    ['CASESAFEID("001000000000001")', '001000000000001AAA'],
    [
      'HYPERLINK("https://a.example", "A", "_self")',
      '<a href="https://a.example" target="_self">A</a>'
    ],
    ['HTMLENCODE("<b>")', '&lt;b&gt;'],
    ['URLENCODE("a b&c")', 'a+b%26c'],
    ['"a" & BR() & "b"', 'a\nb'],
    ['CHR(65)', 'A'],
    ['ASCII("A")', 65]
  ])('should compute %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['ABS(-3)', 3],
    ['CEILING(2.1)', 3],
    ['CEILING(-2.1)', -3],
    ['FLOOR(2.9)', 2],
    ['FLOOR(-2.9)', -2],
    ['MCEILING(-2.1)', -2],
    ['MFLOOR(-2.1)', -3],
    ['ROUND(2.345, 2)', 2.35],
    ['ROUND(-2.5, 0)', -3],
    ['ROUND(1234, -2)', 1200],
    ['TRUNC(2.999, 2)', 2.99],
    ['MAX(1, 5, 3)', 5],
    ['MIN(4, 2)', 2],
    ['MOD(7, 3)', 1],
    ['SQRT(9)', 3],
    ['LOG(100)', 2],
    ['LN(EXP(1))', 1]
  ])('should compute %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each([
    ['TODAY()', '2026-11-24'],
    ['NOW()', '2026-11-24T18:30:15.000Z'],
    ['DATE(2026, 2, 30)', null],
    ['YEAR(Close) * 10000 + MONTH(Close) * 100 + DAY(Close)', 20260131],
    ['WEEKDAY(Close)', 7],
    ['ADDMONTHS(Close, 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['ADDMONTHS(DATE(2026, 1, 15), -2)', '2025-11-15'],
    ['DATEVALUE(Created)', '2026-11-24'],
    ['DATEVALUE("2026-05-06")', '2026-05-06'],
    ['DAYOFYEAR(DATE(2026, 12, 31))', 365],
    ['ISOWEEK(DATE(2027, 1, 1))', 53],
    ['ISOYEAR(DATE(2027, 1, 1))', 2026],
    ['HOUR(Start) * 100 + MINUTE(Start)', 930],
    ['MILLISECOND(Start)', 250],
    ['TIMEVALUE(Created)', '18:30:15.000Z'],
    ['UNIXTIMESTAMP(Created)', 1795545015],
    ['FORMATDURATION(3661)', '01:01:01']
  ])('should compute %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('mistakes', () => {
  test.each([
    ['FOO(1)', 'Unknown function FOO. Check spelling.', 0],
    ['URLFOR("x")', 'The local org does not have the function URLFOR.', 0],
    ['1 + Nope', 'Field Nope does not exist. Check spelling.', 4],
    ['1 +', 'Syntax error. Found the end of the formula', 3],
    ['LEFT("a"', `Syntax error. Missing ')' Found the end of the formula`, 8],
    [
      'LEFT("a")',
      `Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1`,
      0
    ],
    [
      'LEFT("a", "b")',
      `Incorrect parameter type for function 'LEFT()'. Expected Number, received Text`,
      0
    ],
    ['1 + TRUE', `Incorrect parameter type for operator '+'. Expected Number, received Boolean`, 2],
    [
      'Stage = "x"',
      'Picklist fields are only supported in certain functions: use ISPICKVAL or TEXT',
      6
    ],
    ['ISCHANGED(1)', 'The ISCHANGED function takes a field of the record itself', 0],
    ['1 § 2', `Syntax error. Found '§'`, 2]
  ])('should be told of %s', (source, message, offset) => {
    expect(() => evaluate(source)).toThrow(FormulaError);
    expect(failureOf(() => evaluate(source))).toMatchObject({ message, offset });
  });
});
