/** What time does to a record. */
export type EventKind =
  | 'publishOffer'
  | 'acceptOffer'
  | 'expireOffer'
  | 'endContract'
  | 'expireReferral'
  | 'processMetering'
  | 'completeTask'
  | 'startReview'
  | 'decideReview'
  | 'answerReferral'
  | 'arriveReferral';

/** Something that will happen to a record, unless its state has changed by then. */
export interface Event {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: EventKind;
  readonly id: string;
}

/** Events in order of time. */
export interface Agenda {
  readonly size: number;
  schedule(event: Event): void;
  /** Removes and returns the first event that is due at `now`. */
  takeDue(now: number): Event | undefined;
}

function isBefore(a: Event, b: Event): boolean {
  return a.at === b.at ? a.id < b.id : a.at < b.at;
}

/** An agenda as a binary heap: a hundred thousand events are scheduled in some milliseconds. */
export function createAgenda(): Agenda {
  const heap: Event[] = [];
  return {
    get size() {
      return heap.length;
    },
    schedule: (event) => {
      heap.push(event);
      siftUp(heap, event);
    },
    takeDue: (now) => {
      const [first] = heap;
      if (!first || first.at > now) return undefined;
      const last = heap.pop();
      if (last && last !== first) siftDown(heap, last);
      return first;
    }
  };
}

function siftUp(heap: Event[], event: Event): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parentIndex = (index - 1) >>> 1;
    const parent = heap[parentIndex];
    if (!parent || !isBefore(event, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = event;
}

function siftDown(heap: Event[], event: Event): void {
  let index = 0;
  for (;;) {
    const childIndex = smallerChild(heap, index);
    const child = heap[childIndex];
    if (!child || !isBefore(child, event)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = event;
}

function smallerChild(heap: readonly Event[], index: number): number {
  const left = 2 * index + 1;
  const leftChild = heap[left];
  const rightChild = heap[left + 1];
  return leftChild && rightChild && isBefore(rightChild, leftChild) ? left + 1 : left;
}
