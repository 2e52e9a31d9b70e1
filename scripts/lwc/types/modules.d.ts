declare module 'local/registry' {
  import type { LightningElement } from 'lwc';

  const registry: Readonly<
    Record<string, (() => Promise<{ default: typeof LightningElement }>) | undefined>
  >;
  export default registry;
}

declare module 'lbc:lightning/primitiveIcon' {
  import { LightningElement } from 'lwc';

  export default class LightningPrimitiveIcon extends LightningElement {
    src: string | undefined;
    iconName: string | undefined;
    get href(): string;
    requestIconTemplates(): Promise<void>;
  }
}
