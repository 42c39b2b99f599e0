import type { QueuedEvent } from '../state/queued-event';

/** Whether `a` happens before `b`: by time, the timeline first, then by exact time and by insertion. */
function before(a: QueuedEvent, b: QueuedEvent): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.order !== b.order) return a.order < b.order;
  return a.exact === b.exact ? a.id < b.id : a.exact < b.exact;
}

/** Adds an event to a binary heap that lies in an array. */
export function pushEvent(heap: QueuedEvent[], event: QueuedEvent): void {
  let hole = heap.length;
  heap.push(event);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !before(event, above)) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = event;
}

/** Takes the first event out of the heap; undefined when it is empty. */
export function popEvent(heap: QueuedEvent[]): QueuedEvent | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let hole = 0;
  for (;;) {
    const left = 2 * hole + 1;
    const leftEvent = heap[left];
    if (leftEvent === undefined) break;
    const rightEvent = heap[left + 1];
    const useRight = rightEvent !== undefined && before(rightEvent, leftEvent);
    const least = useRight ? rightEvent : leftEvent;
    if (!before(least, last)) break;
    heap[hole] = least;
    hole = useRight ? left + 1 : left;
  }
  heap[hole] = last;
  return first;
}
