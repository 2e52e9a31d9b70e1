import {
  ApexDecimal,
  ApexEnumValue,
  ApexType,
  nullPointer,
  parseDouble
} from '../../runtime/index.ts';

export const constants = {
  decimal: (text: string) => ApexDecimal.parse(text),
  double: (text: string) => parseDouble(text),
  typeLiteral: (name: string) => new ApexType(name),
  enumValue: (type: string, name: string, ordinal: number) =>
    new ApexEnumValue(type, name, ordinal),
  /** Stands where null was found. */
  npe: (): never => {
    throw nullPointer();
  }
};
