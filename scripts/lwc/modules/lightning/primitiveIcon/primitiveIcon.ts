import BaseIcon from 'lbc:lightning/primitiveIcon';
import { spriteUrl } from 'page/sprites';

/**
 * Shows an icon from the design system's sprite: the platform's own way compiles every icon
 * to a template, which costs the first start many seconds and megabytes.
 */
export default class PrimitiveIcon extends BaseIcon {
  override get href(): string {
    return this.src ? super.href : spriteUrl(this.iconName ?? '');
  }

  override requestIconTemplates(): Promise<void> {
    return Promise.resolve();
  }
}
