import { LightningElement, api } from 'lwc';
import { regionsOf } from '../../model/flexiPage.ts';
import type { Area } from '../../model/flexiPage.ts';
import type { FlexiPage, Region } from '../../model/pages.ts';

const order: readonly Area[] = ['header', 'main', 'side'];

/** A Lightning page: its regions in a header, a main and a side column. */
export default class ShellFlexiPage extends LightningElement {
  @api page: FlexiPage | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** The areas that hold something. */
  get areas(): { readonly name: Area; readonly regions: readonly Region[] }[] {
    const { page } = this;
    if (page === undefined) return [];
    return order
      .map((name) => ({ name, regions: regionsOf(page, name) }))
      .filter(({ regions }) => regions.length > 0);
  }

  get gridClass(): string {
    const names = this.areas.map(({ name }) => name);
    return names.includes('side') && names.includes('main') ? 'grid grid_two' : 'grid';
  }
}
