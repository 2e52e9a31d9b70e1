import { buildUrl } from '../local/pageReference.ts';
import type { PageReference, PageReferenceInput } from '../local/pageReference.ts';
import { router } from '../page/router.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// TypeScript asks for `any[]` here: a mixin's constructor takes whatever its base takes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...parameters: any[]) => object;

function mixin<T extends Constructor>(Base: T): T {
  return class extends Base {
    [Navigate](reference: PageReferenceInput, replace = false): void {
      const url = buildUrl(reference);
      if (url === undefined) console.error('There is no such page in the local org:', reference);
      else router.go(url, { replace });
    }

    [GenerateUrl](reference: PageReferenceInput): Promise<string> {
      return Promise.resolve(buildUrl(reference) ?? '');
    }
  };
}

/** Adds `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]` to a component. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wires the page reference of the current page. */
export class CurrentPageReference {
  readonly #emit: (page: PageReference | undefined) => void;
  #stop: (() => void) | undefined;

  constructor(emit: (page: PageReference | undefined) => void) {
    this.#emit = emit;
  }

  connect(): void {
    this.#stop = router.subscribe(this.#emit);
  }

  update(): void {
    // The page reference depends on no configuration.
  }

  disconnect(): void {
    this.#stop?.();
  }
}
