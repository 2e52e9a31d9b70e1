import { LightningElement, api } from 'lwc';
import type { ComponentInstance, FlexiPage } from '../../model/pages.ts';

/** The components of a region or a tab of a Lightning page, one below the other. */
export default class ShellComponentList extends LightningElement {
  @api components: readonly ComponentInstance[] = [];
  @api page: FlexiPage | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get items(): { readonly key: string; readonly instance: ComponentInstance }[] {
    return this.components.map((instance, index) => ({
      key: `${instance.name}-${index}`,
      instance
    }));
  }
}
