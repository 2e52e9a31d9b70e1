import { ApexMap } from '../../../apex/runtime/index.ts';

/** A map whose text keys are found in any case, as those of describe are; it lists them in lower case. */
export class CaselessMap extends ApexMap {
  override has(key: unknown): boolean {
    return super.has(lower(key));
  }

  override get(key: unknown): unknown {
    return super.get(lower(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(lower(key), value);
  }

  override remove(key: unknown): unknown {
    return super.remove(lower(key));
  }
}

function lower(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}
