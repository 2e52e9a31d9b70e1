import { ApexException } from '../../runtime/index.ts';

/** Characters that a String may have; the synchronous heap of the platform. */
const maximumLength = 6_000_000;

/**
 * @param length characters that a result would have
 * @throws ApexException LimitException when that is too many
 */
export function checkLength(length: number): number {
  if (length <= maximumLength) return length;
  throw new ApexException('System.LimitException', 'String is too long.');
}
