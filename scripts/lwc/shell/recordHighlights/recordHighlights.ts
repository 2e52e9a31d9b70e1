import ShellRecordElement from 'shell/recordElement';
import { fieldText } from '../../model/fieldText.ts';
import type { FieldText } from '../../model/fieldText.ts';
import { objectIcon } from '../../model/icons.ts';
import { layoutFields, loadLayout } from '../../model/metadata.ts';
import type { LayoutField } from '../../model/metadata.ts';
import { pathField } from '../../model/path.ts';

interface Highlight {
  readonly key: string;
  readonly label: string;
  readonly value: FieldText;
}

const most = 6;

/** Name and most important fields of a record. */
export default class ShellRecordHighlights extends ShellRecordElement {
  fields: readonly LayoutField[] = [];

  get iconName(): string {
    return objectIcon(this.objectApiName ?? '');
  }

  get objectLabel(): string {
    return this.info?.label ?? '';
  }

  get name(): string {
    const [nameField = 'Name'] = this.info?.nameFields ?? [];
    const name = this.record?.fields[nameField]?.value;
    return typeof name === 'string' ? name : '';
  }

  get highlights(): Highlight[] {
    const { info, record } = this;
    if (info === undefined || record === undefined) return [];
    const context = { info, locale: globalThis.localOrg.session };
    return this.fields
      .filter(({ apiName }) => !info.nameFields.includes(apiName))
      .filter(({ apiName }) => apiName !== pathField(info.fields))
      .slice(0, most)
      .map(({ apiName, label }) => ({
        key: apiName,
        label,
        value: fieldText(record, apiName, context)
      }));
  }

  override connectedCallback(): void {
    void this.loadFields(this.objectApiName ?? '');
  }

  /** Without a compact layout the first fields of the page layout serve. */
  async loadFields(objectApiName: string): Promise<void> {
    const layouts = await Promise.allSettled([
      loadLayout(objectApiName, 'Compact'),
      loadLayout(objectApiName, 'Full')
    ]);
    const found = layouts.flatMap((layout) =>
      layout.status === 'fulfilled' ? [layoutFields(layout.value)] : []
    );
    this.fields = found.find((fields) => fields.length > 1) ?? [];
  }
}
