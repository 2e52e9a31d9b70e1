import { ApexDate, ApexDatetime, toId } from '../../runtime/index.ts';
import { toDecimal, toDouble, toInteger, toLong } from '../../runtime/index.ts';
import type { ApexNumber } from '../../runtime/index.ts';

/** A conversion that leaves null as it is. */
function nullable<From, To>(convert: (value: From) => To): (value: From | null) => To | null {
  return (value) => (value === null ? null : convert(value));
}

export const conversions = {
  toInteger: nullable<ApexNumber, unknown>(toInteger),
  toLong: nullable<ApexNumber, unknown>(toLong),
  toDouble: nullable<ApexNumber, unknown>(toDouble),
  toDecimal: nullable<ApexNumber, unknown>(toDecimal),
  toId: nullable<string, string>((text) => (text === '' ? text : toId(text))),
  toDatetime: nullable<ApexDate | ApexDatetime, ApexDatetime>((value) =>
    value instanceof ApexDate ? new ApexDatetime(value.epochMilliseconds) : value
  )
};
