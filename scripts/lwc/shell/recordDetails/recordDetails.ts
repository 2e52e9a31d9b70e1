import ShellRecordElement from 'shell/recordElement';
import type { UiRecord } from 'local/records';
import { fieldText } from '../../model/fieldText.ts';
import type { FieldText } from '../../model/fieldText.ts';
import { loadLayout } from '../../model/metadata.ts';
import type { Layout, LayoutSection } from 'local/uiTypes';

interface Section {
  readonly key: string;
  readonly heading: string | undefined;
  readonly className: string;
  readonly fields: readonly Field[];
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  readonly values: readonly (FieldText & { readonly key: string })[];
}

/** All fields of a record, as its page layout groups them. */
export default class ShellRecordDetails extends ShellRecordElement {
  layout: Layout | undefined;
  hasNoLayout = false;

  get sections(): Section[] {
    const { layout, record } = this;
    if (layout === undefined || record === undefined) return [];
    return layout.sections.map((section) => ({
      key: section.id,
      heading: section.useHeading ? section.heading : undefined,
      className: section.columns === 1 ? 'fields' : 'fields fields_two',
      fields: this.fieldsOf(section, record)
    }));
  }

  fieldsOf({ id, layoutRows }: LayoutSection, record: UiRecord): Field[] {
    const { info } = this;
    if (info === undefined) return [];
    const context = { info, locale: globalThis.localOrg.session };
    const items = layoutRows.flatMap(({ layoutItems }) => layoutItems);
    return items.map(({ label, layoutComponents }, index) => ({
      key: `${id}-${index}`,
      label,
      className: layoutComponents.length === 0 ? 'field field_none' : 'field',
      values: layoutComponents.flatMap(({ apiName, componentType }) =>
        apiName !== null && componentType === 'Field'
          ? [{ ...fieldText(record, apiName, context), key: apiName }]
          : []
      )
    }));
  }

  override connectedCallback(): void {
    void this.loadSections(this.objectApiName ?? '');
  }

  async loadSections(objectApiName: string): Promise<void> {
    try {
      this.layout = await loadLayout(objectApiName, 'Full');
    } catch {
      this.hasNoLayout = true;
    }
  }
}
