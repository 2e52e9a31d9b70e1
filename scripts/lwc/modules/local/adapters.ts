import { deepFreeze } from './freeze.ts';

/** What a wired property holds. */
export interface WireResult<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
}

type Emit<T> = (result: WireResult<T>) => void;

/** Where the data of a wire adapter comes from. */
export interface WireSource<C, T> {
  /** Whether everything needed is known; until then nothing is asked for. */
  ready(config: C): boolean;
  /** The same key is one request, however many components ask. */
  key(config: C): string;
  load(config: C): Promise<T>;
  /** Names under which the data can be invalidated, like `record:a01...`. */
  tags(config: C): readonly string[];
}

interface Subscriber {
  readonly key: string;
  readonly tags: readonly string[];
  reload(): Promise<void>;
}

/** The adapters in use and the requests they share. */
export class WireRegistry {
  readonly #subscribers = new Set<Subscriber>();
  readonly #requests = new Map<string, Promise<unknown>>();
  readonly #sources = new WeakMap<object, Subscriber>();

  /** Asks once for each key while somebody is interested in it. */
  request<T>(key: string, load: () => Promise<T>): Promise<T> {
    const running = this.#requests.get(key) as Promise<T> | undefined;
    if (running !== undefined) return running;
    const started = load();
    this.#requests.set(key, started);
    started.catch(() => this.#requests.delete(key));
    return started;
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    const isNeeded = [...this.#subscribers].some(({ key }) => key === subscriber.key);
    if (!isNeeded) this.#requests.delete(subscriber.key);
  }

  /** Remembers which subscriber made a result, so that the result can be refreshed. */
  remember(result: object, subscriber: Subscriber): void {
    this.#sources.set(result, subscriber);
  }

  /** Asks again for what a wired result came from. */
  async refresh(result: unknown): Promise<void> {
    if (typeof result !== 'object' || result === null) return;
    const subscriber = this.#sources.get(result);
    if (subscriber !== undefined) await this.#reload([subscriber]);
  }

  /** Asks again for everything that carries one of the tags; all of it when no tag is given. */
  async invalidate(...tags: readonly string[]): Promise<void> {
    const affected = [...this.#subscribers].filter(
      (subscriber) => tags.length === 0 || subscriber.tags.some((tag) => tags.includes(tag))
    );
    await this.#reload(affected);
  }

  async #reload(subscribers: readonly Subscriber[]): Promise<void> {
    for (const { key } of subscribers) this.#requests.delete(key);
    await Promise.all(subscribers.map((subscriber) => subscriber.reload()));
  }
}

/** The page's one registry. */
export const wires = new WireRegistry();

/** A wire adapter class, as `@wire` takes it. */
export interface WireAdapterClass<C, T> {
  new (emit: Emit<T>): {
    connect(): void;
    update(config: C): void;
    disconnect(): void;
  };
}

/** Makes a wire adapter: it loads when its configuration is complete, and emits frozen data. */
export function createAdapter<C, T>(
  source: WireSource<C, T>,
  registry: WireRegistry = wires
): WireAdapterClass<C, T> {
  return class {
    readonly #emit: Emit<T>;
    #subscriber: Subscriber | undefined;
    #config: C | undefined;

    constructor(emit: Emit<T>) {
      this.#emit = emit;
      emit({ data: undefined, error: undefined });
    }

    connect(): void {
      if (this.#config !== undefined) this.#subscribe(this.#config);
    }

    update(config: C): void {
      this.disconnect();
      this.#config = config;
      this.#subscribe(config);
    }

    disconnect(): void {
      if (this.#subscriber !== undefined) registry.remove(this.#subscriber);
      this.#subscriber = undefined;
    }

    #subscribe(config: C): void {
      if (this.#subscriber !== undefined || !source.ready(config)) return;
      const subscriber: Subscriber = {
        key: source.key(config),
        tags: source.tags(config),
        reload: () => this.#load(config, subscriber)
      };
      this.#subscriber = subscriber;
      registry.add(subscriber);
      void subscriber.reload();
    }

    async #load(config: C, subscriber: Subscriber): Promise<void> {
      const result = await settle(registry.request(subscriber.key, () => source.load(config)));
      if (this.#subscriber !== subscriber) return;
      registry.remember(result, subscriber);
      this.#emit(result);
    }
  };
}

async function settle<T>(request: Promise<T>): Promise<WireResult<T>> {
  try {
    return { data: deepFreeze(await request), error: undefined };
  } catch (error) {
    return { data: undefined, error: deepFreeze(error) };
  }
}
