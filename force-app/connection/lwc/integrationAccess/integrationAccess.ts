import { LightningElement } from 'lwc';
import { fill } from 'c/text';
import readUsers from '@salesforce/apex/SetupController.integrationUsers';
import table from '@salesforce/label/c.Access_Table';
import object from '@salesforce/label/c.Access_Object';
import purpose from '@salesforce/label/c.Access_For';
import read from '@salesforce/label/c.Access_Read';
import viewAll from '@salesforce/label/c.Access_View_All';
import create from '@salesforce/label/c.Access_Create';
import edit from '@salesforce/label/c.Access_Edit';
import remove from '@salesforce/label/c.Access_Delete';
import granted from '@salesforce/label/c.Access_Granted';
import missing from '@salesforce/label/c.Access_Missing';
import tooMuch from '@salesforce/label/c.Access_Too_Much';
import notNeeded from '@salesforce/label/c.Access_Not_Needed';
import userLabel from '@salesforce/label/c.Access_User';
import license from '@salesforce/label/c.Access_License';
import licenseMissing from '@salesforce/label/c.Access_License_Missing';
import grant from '@salesforce/label/c.Access_Grant';
import nobody from '@salesforce/label/c.Access_Nobody';
import loading from '@salesforce/label/c.Loading';

interface Right {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly isGranted: boolean;
}

interface ObjectAccess {
  readonly objectName: string;
  readonly label: string;
  readonly reason: string;
  readonly rights: readonly Right[];
}

interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly license: string;
  readonly hasLicense: boolean;
  readonly isComplete: boolean;
  readonly access: readonly ObjectAccess[];
}

interface Cell {
  readonly name: string;
  readonly icon: string;
  readonly variant: string;
  readonly text: string;
}

/** What a cell shows, by whether the right is needed and whether it is granted. */
const looks: Readonly<Record<string, Omit<Cell, 'name'>>> = {
  'true true': { icon: 'utility:check', variant: 'success', text: granted },
  'true false': { icon: 'utility:close', variant: 'error', text: missing },
  'false true': { icon: 'utility:info', variant: 'default', text: tooMuch },
  'false false': { icon: '', variant: '', text: notNeeded }
};
const noLook = { icon: '', variant: '', text: notNeeded };

/** The integration user's object permissions: needed, granted, missing, and what each is for. */
export default class IntegrationAccess extends LightningElement {
  labels = { table, object, purpose, userLabel, grant, nobody, loading };
  columns = [read, viewAll, create, edit, remove];
  users?: readonly User[];
  chosenId = '';
  error: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.users === undefined && this.error === undefined;
  }

  get isEmpty(): boolean {
    return this.users?.length === 0;
  }

  get user(): User | undefined {
    return this.users?.find(({ id }) => id === this.chosenId) ?? this.users?.[0];
  }

  get userOptions(): { label: string; value: string }[] {
    return (this.users ?? []).map(({ id, name }) => ({ label: name, value: id }));
  }

  get hasChoice(): boolean {
    return this.userOptions.length > 1;
  }

  get licenseText(): string {
    return fill(license, this.user?.license ?? '');
  }

  get licenseProblem(): string {
    const { user } = this;
    return user === undefined || user.hasLicense ? '' : fill(licenseMissing, user.name);
  }

  get rows(): { name: string; label: string; reason: string; cells: Cell[] }[] {
    return (this.user?.access ?? []).map(({ objectName, label, reason, rights }) => ({
      name: objectName,
      label,
      reason,
      cells: rights.map(({ name, isNeeded, isGranted }) => ({
        name,
        ...(looks[`${String(isNeeded)} ${String(isGranted)}`] ?? noLook)
      }))
    }));
  }

  choose(event: CustomEvent<{ value: string }>): void {
    this.chosenId = event.detail.value;
  }

  async load(): Promise<void> {
    this.error = undefined;
    try {
      this.users = await readUsers();
      this.chosenId = this.users[0]?.id ?? '';
    } catch (error) {
      this.error = error;
    }
  }
}
