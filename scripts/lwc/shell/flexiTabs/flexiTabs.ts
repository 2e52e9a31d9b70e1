import { LightningElement, api } from 'lwc';
import { facetOf } from '../../model/flexiPage.ts';
import type { ComponentInstance, FlexiPage } from '../../model/pages.ts';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly components: readonly ComponentInstance[];
}

const standardTitles: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.news': 'News'
};

/** A tab set of a Lightning page: its tabs and their contents stand in facets of the page. */
export default class ShellFlexiTabs extends LightningElement {
  @api page: FlexiPage | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  /** Name of the facet that holds the tabs. */
  @api tabs = '';

  get tabItems(): Tab[] {
    const { page } = this;
    if (page === undefined) return [];
    return facetOf(page, this.tabs).map(({ properties = {} }, index) => ({
      key: `tab-${index}`,
      label: titleOf(properties.title),
      components: facetOf(page, properties.body)
    }));
  }
}

function titleOf(title: unknown): string {
  const text = typeof title === 'string' ? title : 'Tab';
  return standardTitles[text] ?? text;
}
