import type { Constructor } from '../../types/mixin.d.ts';
import { buildUrl } from '../local/pageReference.ts';
import type { PageReference, PageReferenceInput } from '../local/pageReference.ts';
import { router } from '../page/router.ts';

const Navigate: unique symbol = Symbol('Navigate');
const GenerateUrl: unique symbol = Symbol('GenerateUrl');

/** What the mixin adds to a component. */
interface Navigating {
  [Navigate](reference: PageReferenceInput, replace?: boolean): void;
  [GenerateUrl](reference: PageReferenceInput): Promise<string>;
}

function mixin<T extends Constructor<object>>(Base: T): T & Constructor<Navigating> {
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
export const NavigationMixin: typeof mixin & {
  readonly Navigate: typeof Navigate;
  readonly GenerateUrl: typeof GenerateUrl;
} = Object.assign(mixin, { Navigate, GenerateUrl } as const);

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
