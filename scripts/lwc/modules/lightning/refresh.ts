/** The event type that the shell listens for. */
export const RefreshEventName = 'lightning__refresh';

type Handler = () => Promise<unknown>;

const handlers = new Map<string, Handler>();

/** Asks the page to show current data. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(RefreshEventName, { composed: true, cancelable: true, bubbles: true });
  }
}

/** Has `handler` called when the page is refreshed; returns the id that ends it. */
export function registerRefreshHandler(_component: unknown, handler: Handler): string {
  const id = `refresh-${performance.now()}-${handlers.size}`;
  handlers.set(id, handler);
  return id;
}

export function unregisterRefreshHandler(id: string): void {
  handlers.delete(id);
}

/** The shell is the only container; one of a component's own adds nothing to it. */
export function registerRefreshContainer(): string {
  return 'page';
}

export function unregisterRefreshContainer(): void {
  // Nothing was registered.
}

/** Runs every handler; one that fails does not stop the others. */
export async function runRefreshHandlers(): Promise<void> {
  await Promise.allSettled([...handlers.values()].map((handler) => handler()));
}
