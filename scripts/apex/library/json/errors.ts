import { ApexException } from '../../runtime/index.ts';

/** `System.JSONException` */
export function jsonException(text: string): ApexException {
  return new ApexException('System.JSONException', text);
}

/** How deep objects and arrays may be nested, in text and in values. */
export const maximumDepth = 500;
