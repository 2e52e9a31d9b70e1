import { ApexException } from './exception.ts';

/** Characters or elements that one value may have: the synchronous heap of the platform, roughly. */
const heapSize = 6_000_000;

/**
 * @param size characters or elements that a value has or would have
 * @throws ApexException `System.LimitException: Apex heap size too large: …`
 */
export function checkHeap(size: number): number {
  if (size <= heapSize) return size;
  throw new ApexException('System.LimitException', `Apex heap size too large: ${size}`);
}

/** The text itself, when it is not too long. */
export function withinHeap(text: string): string {
  checkHeap(text.length);
  return text;
}
