import { LightningElement, api } from 'lwc';
import { regionsOf } from '../../model/flexiPage.ts';
import type { Area } from '../../model/flexiPage.ts';
import type { ComponentInstance, FlexiPage, Region } from '../../model/pages.ts';

interface Item {
  readonly key: string;
  readonly instance: ComponentInstance;
}

interface Block {
  readonly key: string;
  readonly items: readonly Item[];
}

/** A Lightning page: its regions in a header, a main and a side column. */
export default class ShellFlexiPage extends LightningElement {
  @api page: FlexiPage | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get header(): Block[] {
    return this.blocks('header');
  }

  get main(): Block[] {
    return this.blocks('main');
  }

  get side(): Block[] {
    return this.blocks('side');
  }

  get gridClass(): string {
    return this.side.length > 0 && this.main.length > 0 ? 'grid grid_two' : 'grid';
  }

  blocks(area: Area): Block[] {
    return this.page === undefined ? [] : regionsOf(this.page, area).map(describeRegion);
  }
}

function describeRegion({ name, components }: Region): Block {
  return {
    key: name,
    items: components.map((instance, index) => ({ key: `${name}-${index}`, instance }))
  };
}
