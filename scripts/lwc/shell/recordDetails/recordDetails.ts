import ShellRecordElement from 'shell/recordElement';
import type { UiRecord } from 'local/records';
import { fieldText } from '../../model/fieldText.ts';
import type { FieldText } from '../../model/fieldText.ts';
import { loadLayout } from '../../model/metadata.ts';
import type { Layout, LayoutSection, ObjectInfo } from 'local/uiTypes';

interface Section {
  readonly key: string;
  readonly heading: string | undefined;
  readonly className: string;
  readonly isOpen: boolean;
  readonly expanded: 'true' | 'false';
  readonly iconName: string;
  readonly fields: readonly Field[];
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  readonly valueClass: string;
  readonly values: readonly (FieldText & { readonly key: string })[];
}

interface Shown {
  readonly record: UiRecord;
  readonly info: ObjectInfo;
}

type LayoutItem = LayoutSection['layoutRows'][number]['layoutItems'][number];

/** All fields of a record, as its page layout groups them. */
export default class ShellRecordDetails extends ShellRecordElement {
  layout: Layout | undefined;
  hasNoLayout = false;
  /** Sections that somebody has folded away, by id. */
  folded: ReadonlySet<string> = new Set();

  get sections(): Section[] {
    const { layout, record } = this;
    if (layout === undefined || record === undefined) return [];
    return layout.sections.map((section) => {
      const isOpen = !this.folded.has(section.id);
      return {
        key: section.id,
        heading: section.useHeading ? section.heading : undefined,
        className: section.columns === 1 ? 'fields' : 'fields fields_two',
        isOpen,
        expanded: isOpen ? 'true' : 'false',
        iconName: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        fields: this.fieldsOf(section, record)
      };
    });
  }

  toggle(event: Event): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    const others = [...this.folded].filter((each) => each !== key);
    this.folded = new Set(this.folded.has(key) ? others : [...others, key]);
  }

  fieldsOf({ id, layoutRows }: LayoutSection, record: UiRecord): Field[] {
    const { info } = this;
    if (info === undefined) return [];
    const items = layoutRows.flatMap(({ layoutItems }) => layoutItems);
    return items.map((item, index) => {
      const values = this.valuesOf(item, { record, info });
      return {
        key: `${id}-${index}`,
        label: item.label,
        className: item.layoutComponents.length === 0 ? 'field field_none' : 'field',
        valueClass: values.length > 1 ? 'value value_several' : 'value',
        values
      };
    });
  }

  /** Of an item with several fields, such as an address, only those that have a value. */
  valuesOf({ layoutComponents }: LayoutItem, { record, info }: Shown): Field['values'] {
    const context = { info, locale: globalThis.localOrg.session };
    return layoutComponents
      .flatMap(({ apiName, componentType }) =>
        apiName !== null && componentType === 'Field'
          ? [{ ...fieldText(record, apiName, context), key: apiName }]
          : []
      )
      .filter(({ text }) => text !== '');
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
