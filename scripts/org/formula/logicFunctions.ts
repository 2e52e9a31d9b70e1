import type { FieldValue } from '../store/types.ts';
import type { SpecialFunction } from './functionTypes.ts';
import { FormulaError, type Compiled, type FormulaEnvironment, type FormulaType } from './types.ts';
import { asText, isBlank } from './values.ts';

const many = Number.POSITIVE_INFINITY;

/** The type of several results: NULL takes that of the others. */
function commonType<E>(results: readonly Compiled<E>[]): FormulaType {
  const found = results.find((result) => result.type !== 'nothing')?.type ?? 'nothing';
  return found === 'picklist' ? 'text' : found;
}

function isTrue<E>(part: Compiled<E>, environment: E): boolean {
  return part.run(environment) === true;
}

function at<E>(parameters: readonly Compiled<E>[], position: number): Compiled<E> {
  const parameter = parameters[position];
  if (parameter === undefined) throw new FormulaError('Incorrect number of parameters', 0);
  return parameter;
}

const blankValue: SpecialFunction = {
  count: [2, 2],
  compile: (parameters) => {
    const [value, substitute] = [at(parameters, 0), at(parameters, 1)];
    return {
      type: commonType(parameters),
      run: (environment) => {
        const given = value.run(environment);
        return isBlank(given) ? substitute.run(environment) : given;
      }
    };
  }
};

const isBlankFunction: SpecialFunction = {
  count: [1, 1],
  compile: (parameters) => ({
    type: 'boolean',
    run: (environment) => isBlank(at(parameters, 0).run(environment))
  })
};

function requireReference<E>(parameter: Compiled<E>, name: string): (environment: E) => FieldValue {
  const { reference } = parameter;
  if (reference?.prior === undefined)
    throw new FormulaError(`The ${name} function takes a field of the record itself`, 0);
  return (environment) => reference.prior?.(environment) ?? null;
}

function sameValue(left: FieldValue, right: FieldValue): boolean {
  return left === right || (isBlank(left) && isBlank(right));
}

function compileCase<E extends FormulaEnvironment>(
  parameters: readonly Compiled<E>[]
): Compiled<E> {
  if (parameters.length % 2 !== 0)
    throw new FormulaError('Incorrect number of parameters for function CASE()', 0);
  const subject = at(parameters, 0);
  const pairs = Array.from({ length: (parameters.length - 2) / 2 }, (_, pair) => ({
    value: at(parameters, pair * 2 + 1),
    result: at(parameters, pair * 2 + 2)
  }));
  const otherwise = at(parameters, parameters.length - 1);
  return {
    type: commonType([...pairs.map((pair) => pair.result), otherwise]),
    run: (environment) => {
      const given = subject.run(environment);
      const hit = pairs.find((pair) => sameValue(pair.value.run(environment), given));
      return (hit?.result ?? otherwise).run(environment);
    }
  };
}

/** @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm */
export const logicFunctions: Readonly<Record<string, SpecialFunction>> = {
  AND: {
    count: [1, many],
    compile: (parts) => ({
      type: 'boolean',
      run: (environment) => parts.every((part) => isTrue(part, environment))
    })
  },
  OR: {
    count: [1, many],
    compile: (parts) => ({
      type: 'boolean',
      run: (environment) => parts.some((part) => isTrue(part, environment))
    })
  },
  NOT: {
    count: [1, 1],
    compile: (parts) => ({
      type: 'boolean',
      run: (environment) => !isTrue(at(parts, 0), environment)
    })
  },
  IF: {
    count: [3, 3],
    compile: (parameters) => {
      const [condition, yes, no] = [at(parameters, 0), at(parameters, 1), at(parameters, 2)];
      return {
        type: commonType([yes, no]),
        run: (environment) => (isTrue(condition, environment) ? yes : no).run(environment)
      };
    }
  },
  CASE: { count: [4, many], compile: compileCase },
  BLANKVALUE: blankValue,
  NULLVALUE: blankValue,
  ISBLANK: isBlankFunction,
  ISNULL: isBlankFunction,
  ISNEW: { count: [0, 0], compile: () => ({ type: 'boolean', run: ({ isNew }) => isNew }) },
  ISCLONE: { count: [0, 0], compile: () => ({ type: 'boolean', run: ({ isClone }) => isClone }) },
  ISNUMBER: {
    count: [1, 1],
    compile: (parameters) => ({
      type: 'boolean',
      run: (environment) => {
        const text = asText(at(parameters, 0).run(environment)).trim();
        return text !== '' && Number.isFinite(Number(text));
      }
    })
  },
  ISCHANGED: {
    count: [1, 1],
    compile: (parameters) => {
      const field = at(parameters, 0);
      const prior = requireReference(field, 'ISCHANGED');
      return {
        type: 'boolean',
        run: (environment) =>
          !environment.isNew && !sameValue(field.run(environment), prior(environment))
      };
    }
  },
  PRIORVALUE: {
    count: [1, 1],
    compile: (parameters) => {
      const field = at(parameters, 0);
      const prior = requireReference(field, 'PRIORVALUE');
      return {
        type: field.type,
        run: (environment) => (environment.isNew ? field.run(environment) : prior(environment))
      };
    }
  },
  TEXT: {
    count: [1, 1],
    compile: (parameters) => {
      const value = at(parameters, 0);
      return { type: 'text', run: (environment) => toText(value.type, value.run(environment)) };
    }
  },
  VALUE: {
    count: [1, 1],
    compile: (parameters) => ({
      type: 'number',
      run: (environment) => {
        const text = asText(at(parameters, 0).run(environment)).trim();
        const number = Number(text);
        return text === '' || Number.isNaN(number) ? null : number;
      }
    })
  }
};

/** How TEXT writes a value: date-times as `2026-11-24 09:30:00Z`. */
function toText(type: FormulaType, value: FieldValue): FieldValue {
  if (isBlank(value)) return '';
  return type === 'datetime' ? `${asText(value).slice(0, 19).replace('T', ' ')}Z` : asText(value);
}
