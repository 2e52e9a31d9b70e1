import { evaluateLogic } from './logic.ts';

test.each<[string, boolean[], boolean]>([
  ['and', [true, true], true],
  ['and', [true, false], false],
  ['or', [false, true], true],
  ['or', [false, false], false],
  ['1 AND (2 OR 3)', [true, false, true], true],
  ['1 AND 2 OR 3', [false, false, true], true],
  ['1 AND NOT 2', [true, true], false],
  ['(1 OR 2) AND 3', [true, false, false], false]
])('should evaluate %s over %j as %s', (logic, values, expected) => {
  expect(evaluateLogic(logic, values.length, (number) => values[number - 1] === true)).toBe(
    expected
  );
});
