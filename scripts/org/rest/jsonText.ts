import { malformedBody } from './restError.ts';

/** The value of a JSON text inside a body, such as a part of a form. @throws RestError */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformedBody(error instanceof Error ? error.message : String(error));
  }
}
