import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import readHistory from '@salesforce/apex/MappingController.history';
import title from '@salesforce/label/c.Map_History';
import noHistory from '@salesforce/label/c.Map_No_History';
import when from '@salesforce/label/c.Map_When';
import who from '@salesforce/label/c.Map_Who';
import field from '@salesforce/label/c.Map_Field';
import what from '@salesforce/label/c.Map_What';
import fromLabel from '@salesforce/label/c.Map_From';
import toLabel from '@salesforce/label/c.Map_To';
import loading from '@salesforce/label/c.Loading';

interface Change {
  readonly id: string;
  readonly targetField: string;
}

/** Who changed what of the mapping, when, from what to what. */
export default class MappingHistory extends LightningModal {
  @api scope = { appliesTo: '', cloud: '' };
  @api columns: readonly { readonly name: string; readonly label: string }[] = [];
  labels = { title, noHistory, loading };
  tableColumns = [
    {
      label: when,
      fieldName: 'changedAt',
      type: 'date',
      typeAttributes: {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit'
      }
    },
    { label: who, fieldName: 'who' },
    { label: field, fieldName: 'label' },
    { label: what, fieldName: 'property' },
    { label: fromLabel, fieldName: 'oldValue', wrapText: true },
    { label: toLabel, fieldName: 'newValue', wrapText: true }
  ];
  changes?: readonly Change[];
  error: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.changes === undefined && this.error === undefined;
  }

  get isEmpty(): boolean {
    return this.changes?.length === 0;
  }

  get hasChanges(): boolean {
    return (this.changes ?? []).length > 0;
  }

  async load(): Promise<void> {
    this.error = undefined;
    try {
      const changes = await readHistory({ ...this.scope });
      const labels = new Map(this.columns.map(({ name, label }) => [name, label]));
      this.changes = changes.map((change: Change) => ({
        ...change,
        label: labels.get(change.targetField) ?? change.targetField
      }));
    } catch (error) {
      this.error = error;
    }
  }
}
