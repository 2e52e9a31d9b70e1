declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  interface ModalOptions {
    readonly label: string;
    readonly size?: 'small' | 'medium' | 'large' | 'full';
    readonly description?: string;
    readonly disableClose?: boolean;
    /** Public properties and event handlers (`onname`) of the modal. */
    readonly [property: string]: unknown;
  }

  /** The base of a modal: open it by its static `open`, close it from inside. */
  export default class LightningModal extends LightningElement {
    /** Opens the modal; resolves with what `close` was given. */
    static open(options: ModalOptions): Promise<unknown>;
    label: string;
    size: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}
