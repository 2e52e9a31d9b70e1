import { LightningElement, api } from 'lwc';
import { toneOf } from 'c/tones';

/** The word of a state in the colour that it has on every screen. */
export default class StateBadge extends LightningElement {
  @api status?: string | null;
  /** What is read instead of the state's own word. */
  @api label?: string | null;

  get text(): string {
    return this.label ?? this.status ?? '';
  }

  get className(): string {
    return `badge ${toneOf(this.status)}`;
  }
}
