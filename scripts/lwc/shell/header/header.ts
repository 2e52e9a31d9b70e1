import { LightningElement, api } from 'lwc';
import { isCurrent, navItemUrl } from '../../model/pages.ts';
import type { App } from '../../model/pages.ts';

interface Tab {
  readonly label: string;
  readonly url: string;
  readonly current: 'page' | undefined;
  readonly className: string;
}

export default class ShellHeader extends LightningElement {
  @api app: App | undefined;
  @api apps: readonly App[] = [];
  @api path = '';

  get appLabel(): string {
    return this.app?.label ?? 'Local org';
  }

  get navigationLabel(): string {
    return `${this.appLabel} tabs`;
  }

  get tabs(): Tab[] {
    return (this.app?.navItems ?? []).map((item) => {
      const isOpen = isCurrent(item, this.path);
      return {
        label: item.label,
        url: navItemUrl(item),
        current: isOpen ? 'page' : undefined,
        className: isOpen ? 'tab tab_current' : 'tab'
      };
    });
  }
}
