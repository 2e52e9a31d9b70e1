import { LightningElement, api } from 'lwc';
import type { FieldText } from '../../model/fieldText.ts';

/** A value of a record: text, link, badge or picture. */
export default class ShellFieldValue extends LightningElement {
  @api value: FieldText | undefined;

  get text(): string {
    return this.value?.text ?? '';
  }

  get image(): string | undefined {
    return this.value?.image;
  }

  get isExternalLink(): boolean {
    return this.value?.href !== undefined && this.value.isExternal === true;
  }

  get isInternalLink(): boolean {
    return this.value?.href !== undefined && this.value.isExternal !== true;
  }

  get isBadge(): boolean {
    return this.value?.tone !== undefined;
  }

  get badgeClass(): string {
    return `badge badge_${this.value?.tone ?? 'neutral'}`;
  }

  get textClass(): string {
    return this.value?.isLong === true ? 'long' : 'text';
  }
}
