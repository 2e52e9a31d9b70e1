import { Decimal as Reference } from 'decimal.js';
import * as fc from 'fast-check';
import { ApexDecimal } from './decimal.ts';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  divideToScale,
  multiplyDecimals,
  subtractDecimals
} from './decimalArithmetic.ts';
import { roundingModes, setScale } from './rounding.ts';
import type { RoundingMode } from './rounding.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm

const Big = Reference.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 20 }))
  .map(([unscaled, scale]) => ApexDecimal.of(unscaled, scale).toPlain());

const parse = (text: string): ApexDecimal => ApexDecimal.parse(text);

function agree(actual: ApexDecimal, expected: Reference): void {
  expect(new Big(actual.toPlain()).toFixed()).toBe(expected.toFixed());
}

test('should add, subtract, multiply and compare as an independent library', () => {
  fc.assert(
    fc.property(decimalText, decimalText, (left, right) => {
      const [a, b] = [parse(left), parse(right)];
      const [x, y] = [new Big(left), new Big(right)];

      agree(addDecimals(a, b), x.plus(y));
      agree(subtractDecimals(a, b), x.minus(y));
      agree(multiplyDecimals(a, b), x.times(y));
      expect(compareDecimals(a, b)).toBe(x.comparedTo(y));
    })
  );
});

test('should give sums the larger scale and products the sum of scales', () => {
  fc.assert(
    fc.property(decimalText, decimalText, (left, right) => {
      const [a, b] = [parse(left), parse(right)];

      expect(addDecimals(a, b).scale).toBe(Math.max(a.scale, b.scale));
      expect(multiplyDecimals(a, b).scale).toBe(a.scale + b.scale);
    })
  );
});

const referenceModes: Readonly<Record<Exclude<RoundingMode, 'UNNECESSARY'>, Reference.Rounding>> = {
  UP: Reference.ROUND_UP,
  DOWN: Reference.ROUND_DOWN,
  CEILING: Reference.ROUND_CEIL,
  FLOOR: Reference.ROUND_FLOOR,
  HALF_UP: Reference.ROUND_HALF_UP,
  HALF_DOWN: Reference.ROUND_HALF_DOWN,
  HALF_EVEN: Reference.ROUND_HALF_EVEN
};

test('should round in every mode as an independent library', () => {
  const modes = roundingModes.filter((mode) => mode !== 'UNNECESSARY');
  fc.assert(
    fc.property(
      decimalText,
      fc.integer({ min: 0, max: 8 }),
      fc.constantFrom(...modes),
      (...drawn) => {
        const [text, scale, mode] = drawn;
        const rounded = setScale(parse(text), scale, mode);

        expect(rounded.scale).toBe(scale);
        agree(rounded, new Big(text).toDecimalPlaces(scale, referenceModes[mode]));
      }
    )
  );
});

test('should divide to a scale as an independent library', () => {
  const divisors = decimalText.filter((text) => !new Big(text).isZero());
  fc.assert(
    fc.property(decimalText, divisors, fc.integer({ min: 0, max: 12 }), (...drawn) => {
      const [left, right, scale] = drawn;
      const quotient = divideToScale(parse(left), parse(right), { scale, mode: 'HALF_UP' });

      const expected = new Big(left).div(right).toDecimalPlaces(scale, Reference.ROUND_HALF_UP);
      agree(quotient, expected);
    })
  );
});

test('should read what it prints', () => {
  fc.assert(
    fc.property(decimalText, (text) => {
      expect(parse(text).toPlain()).toBe(text);
      expect(parse(parse(text).toScientific()).toPlain()).toBe(text);
    })
  );
});

// https://force201.wordpress.com/2010/03/12/decimal-scale/
test('should divide without an end to 33 significant digits', () => {
  expect(divideDecimals(parse('1'), parse('31')).toPlain()).toBe(
    '0.0322580645161290322580645161290323'
  );
  expect(divideDecimals(parse('20'), parse('3')).toPlain()).toBe(
    '6.66666666666666666666666666666667'
  );

  expect(divideDecimals(parse('1.0000'), parse('3.00')).toPlain()).toBe(
    '0.333333333333333333333333333333333'
  );
});

test('should divide as an independent library with 33 digits', () => {
  const Precise = Big.clone({ precision: 33, rounding: Reference.ROUND_HALF_UP });
  const divisors = decimalText.filter((text) => !new Big(text).isZero());
  fc.assert(
    fc.property(decimalText, divisors, (left, right) => {
      agree(divideDecimals(parse(left), parse(right)), new Precise(left).div(right));
    })
  );
});

test('should divide exactly where the quotient ends', () => {
  expect(divideDecimals(parse('1.0'), parse('4.0')).toPlain()).toBe('0.25');
  expect(divideDecimals(parse('2.10'), parse('2.0')).toPlain()).toBe('1.05');
});

test('should refuse to divide by zero', () => {
  expect(() => divideDecimals(parse('1'), parse('0.00'))).toThrow('Divide by 0');
});

test('should refuse to round where rounding must not be necessary', () => {
  expect(() => setScale(parse('1.25'), 1, 'UNNECESSARY')).toThrow('Rounding necessary');
});

test('should strip trailing zeros, of whole numbers too', () => {
  expect(parse('1.500').stripTrailingZeros().toPlain()).toBe('1.5');
  expect(parse('1000').stripTrailingZeros().toScientific()).toBe('1E+3');
});

test('should refuse to grow without end', () => {
  let value = parse('12345678901234567890');

  expect(() => {
    for (;;) value = multiplyDecimals(value, value);
  }).toThrow('Decimal overflow');
});

test.each(['', '.', 'abc', '1,5', '1.2.3', '1e', '--1'])('should refuse to read "%s"', (text) => {
  expect(() => parse(text)).toThrow(`Invalid decimal: ${text}`);
});
