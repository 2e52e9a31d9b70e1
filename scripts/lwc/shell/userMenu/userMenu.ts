import { LightningElement } from 'lwc';
import { callOrg } from 'local/api';
import type { Session } from '../../types/localOrg.d.ts';
import { currentTheme, useTheme } from 'page/theme';
import { themes } from '../../model/theme.ts';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly pressed: 'true' | 'false';
}

export default class ShellUserMenu extends LightningElement {
  theme = currentTheme();
  problem = '';

  get session(): Session {
    return globalThis.localOrg.session;
  }

  get buttonLabel(): string {
    return `User menu: ${this.session.displayName}`;
  }

  get initials(): string {
    const words = this.session.displayName.split(/\s+/);
    return words
      .map((word) => word.charAt(0))
      .slice(0, 2)
      .join('')
      .toUpperCase();
  }

  get users(): Choice[] {
    return this.session.users.map(({ id, displayName, profile }) => ({
      key: id,
      label: displayName,
      detail: profile,
      pressed: id === this.session.userId ? 'true' : 'false'
    }));
  }

  get themes(): Choice[] {
    return themes.map(({ name, label }) => ({
      key: name,
      label,
      detail: '',
      pressed: name === this.theme ? 'true' : 'false'
    }));
  }

  handleTheme(event: Event): void {
    this.theme = useTheme((event.currentTarget as HTMLElement).dataset.key ?? '');
  }

  /** Everything on the page belongs to the user: it is loaded anew. */
  async handleUser(event: Event): Promise<void> {
    const { key: userId } = (event.currentTarget as HTMLElement).dataset;
    try {
      await callOrg('/services/local/session/user', { method: 'POST', body: { userId } });
      globalThis.location.reload();
    } catch {
      this.problem = 'The user could not be switched. Check that the local org is running.';
    }
  }
}
