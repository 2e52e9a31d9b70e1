import type { ApexEnumValue } from '../../runtime/index.ts';
import { ApexException, enumValues, nullPointer } from '../../runtime/index.ts';

/** The object that stands for an enum of the project: its values by name. */
export function createEnum(type: string, names: readonly string[]): object {
  const values = enumValues(type, names);
  const byName = Object.fromEntries(values.map((value) => [value.name, value]));
  return Object.assign(byName, { $values: () => [...values] });
}

/** `Season.valueOf(text)` */
export function enumByName(
  values: readonly ApexEnumValue[],
  text: string | null,
  type: string
): ApexEnumValue {
  if (text === null) throw nullPointer();
  const found = values.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (found) return found;
  throw new ApexException('System.NoSuchElementException', `No enum constant ${type}.${text}`);
}
