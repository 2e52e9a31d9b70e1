import { LightningElement, api } from 'lwc';
import type { PageReference } from 'local/pageReference';
import { router } from 'page/router';
import { objectOf } from '../../model/pages.ts';
import type { App, ComponentInstance, FlexiPage, NavItem } from '../../model/pages.ts';

/** A custom tab: a component or a Lightning page. */
export default class ShellTabPage extends LightningElement {
  @api page: PageReference | undefined;
  @api app: App | undefined;

  get tabName(): string {
    return this.page?.attributes.apiName ?? '';
  }

  get tab(): NavItem | undefined {
    const items = globalThis.localOrg.pages.apps.flatMap(({ navItems }) => navItems);
    return items.find(({ developerName }) => bareTab(developerName) === bareTab(this.tabName));
  }

  get target(): string {
    return this.tab?.component ?? this.tab?.developerName ?? this.tabName;
  }

  get flexiPage(): FlexiPage | undefined {
    return this.component === undefined
      ? globalThis.localOrg.pages.flexiPages[this.target]
      : undefined;
  }

  /** `standard__component` pages name theirs `c__name`. */
  get component(): ComponentInstance | undefined {
    const addressed = this.page?.attributes.componentName;
    if (addressed !== undefined) return { name: addressed.replace('__', ':') };
    return this.isComponentTab ? { name: this.target } : undefined;
  }

  get isComponentTab(): boolean {
    const { tab } = this;
    return tab !== undefined && (tab.type === 'lwc' || tab.component?.includes(':') === true);
  }

  /** What the page shows is a part of a page: the tab names the whole. */
  get heading(): string | undefined {
    return this.component === undefined && this.flexiPage === undefined
      ? undefined
      : (this.tab?.label ?? this.component?.name ?? this.target);
  }

  override connectedCallback(): void {
    const { tab } = this;
    document.title = this.heading ?? 'This tab does not exist';
    if (tab?.type === 'object') router.go(`/lightning/o/${objectOf(tab)}/list`, { replace: true });
  }
}

/** Packages write `clazar__Sync`, the project `Sync`. */
function bareTab(name: string): string {
  return name.replace(/^(?:(?!__)\w)+__(?!c$)/, '');
}
