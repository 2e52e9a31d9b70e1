import { ZipError } from './zipError.ts';

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unsafe = /[\\:\u0000-\u001f]/;

/** @throws ZipError for a name that could lead outside of the folder it is unpacked in */
export function requireSafeName(name: string): void {
  const parts = name.split('/');
  const isRelative = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (isRelative && !unsafe.test(name)) return;
  throw new ZipError(`The zip names a path that is not allowed: ${JSON.stringify(name)}.`);
}
