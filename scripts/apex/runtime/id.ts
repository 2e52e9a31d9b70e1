import { ApexException } from './exception.ts';

const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const idPattern = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** The three characters that make a 15-character id safe where case is lost. */
export function idChecksum(id15: string): string {
  return [0, 5, 10].map((start) => checksumCharacter(id15.slice(start, start + 5))).join('');
}

function checksumCharacter(chunk: string): string {
  const bits = [...chunk].reduce(
    (sum, character, position) => sum + (/[A-Z]/.test(character) ? 1 << position : 0),
    0
  );
  return checksumAlphabet.charAt(bits);
}

/** Is this text a 15-character id, or an 18-character one with the right checksum? */
export function isValidId(text: string): boolean {
  if (!idPattern.test(text)) return false;
  return text.length === 15 || restoreCase(text) !== undefined;
}

/**
 * The 18-character form, case repaired from the checksum.
 * @throws ApexException `System.StringException: Invalid id: …`
 */
export function toId(text: string): string {
  const id = tryId(text);
  if (id === undefined) throw new ApexException('System.StringException', `Invalid id: ${text}`);
  return id;
}

/** The 18-character form; undefined when the text is no id. */
export function tryId(text: string): string | undefined {
  if (!idPattern.test(text)) return undefined;
  if (text.length === 15) return text + idChecksum(text);
  return restoreCase(text);
}

/**
 * `==` where one side is an id: case counts, the three characters of an 18-character id do not.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function equalIds(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || !haveSameLetters(left, right)) return false;
  const id = tryId(left);
  return id !== undefined && id === tryId(right);
}

function haveSameLetters(left: string, right: string): boolean {
  return left.slice(0, 15).toLowerCase() === right.slice(0, 15).toLowerCase();
}

function restoreCase(id18: string): string | undefined {
  const body = id18.slice(0, 15);
  const suffix = id18.slice(15);
  if (idChecksum(body) === suffix) return id18;
  return restoreFromChecksum(body, suffix.toUpperCase());
}

function restoreFromChecksum(body: string, checksum: string): string | undefined {
  const bits = [...checksum].map((character) => checksumAlphabet.indexOf(character));
  if (bits.includes(-1)) return undefined;
  const restored = [...body]
    .map((character, index) =>
      applyCase(character, (bits[Math.floor(index / 5)] ?? 0) >> (index % 5))
    )
    .join('');
  return idChecksum(restored) === checksum ? restored + checksum : undefined;
}

function applyCase(character: string, bits: number): string {
  return (bits & 1) === 1 ? character.toUpperCase() : character.toLowerCase();
}
