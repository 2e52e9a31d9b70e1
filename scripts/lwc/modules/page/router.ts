import { parseUrl } from '../local/pageReference.ts';
import type { PageReference } from '../local/pageReference.ts';

/** `isRedirect`: the page itself chose another address; nobody asked for it. */
type Listener = (page: PageReference | undefined, isRedirect: boolean) => void;

/** The page's address: who shows it, and how it changes without a reload. */
class Router {
  readonly #listeners = new Set<Listener>();

  get current(): PageReference | undefined {
    return parseUrl(globalThis.location.pathname + globalThis.location.search);
  }

  /** Starts to follow the browser's Back and Forward. */
  start(): void {
    globalThis.addEventListener('popstate', () => this.#announce());
  }

  /** Calls `listener` now and whenever the page changes; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener(this.current, true);
    return () => this.#listeners.delete(listener);
  }

  /** Goes to an address; outside of `/lightning/` the browser takes over. */
  go(url: string, { replace = false } = {}): void {
    const target = new URL(url, globalThis.location.href);
    if (!this.owns(target)) {
      open(target, replace);
      return;
    }
    globalThis.history[replace ? 'replaceState' : 'pushState']({}, '', target);
    this.#announce(replace);
    globalThis.scrollTo({ top: 0 });
  }

  /** Whether the shell shows this address itself. */
  owns({ origin, pathname }: URL): boolean {
    const isAsset = pathname.startsWith('/lightning/assets/');
    return origin === globalThis.location.origin && pathname.startsWith('/lightning') && !isAsset;
  }

  #announce(isRedirect = false): void {
    const page = this.current;
    for (const listener of [...this.#listeners]) listener(page, isRedirect);
  }
}

function open(target: URL, replace: boolean): void {
  if (replace) globalThis.location.replace(target);
  else if (target.origin === globalThis.location.origin) globalThis.location.assign(target);
  else globalThis.open(target, '_blank', 'noopener');
}

export const router = new Router();
