import { LightningElement } from 'lwc';
import readBundle from '@salesforce/apex/SupportBundleController.read';
import title from '@salesforce/label/c.Bundle_Title';
import what from '@salesforce/label/c.Bundle_What';
import contents from '@salesforce/label/c.Bundle_Contents';
import downloadLabel from '@salesforce/label/c.Bundle_Download';
import making from '@salesforce/label/c.Bundle_Making';
import mayManage from '@salesforce/customPermission/Manage_Clazar';
import { download } from 'c/download';

/** Lets an admin download what Clazar's support needs to see. */
export default class SupportBundle extends LightningElement {
  labels = { title, what, contents, download: downloadLabel, making };
  hasContents = false;
  isMaking = false;
  error: unknown;

  get isVisible(): boolean {
    return mayManage === true;
  }

  choose(event: CustomEvent<{ checked: boolean }>): void {
    this.hasContents = event.detail.checked;
  }

  async save(): Promise<void> {
    this.isMaking = true;
    this.error = undefined;
    try {
      const text = await readBundle({ hasContents: this.hasContents });
      download({ fileName: 'clazar-support.json', type: 'application/json', text });
    } catch (error) {
      this.error = error;
    } finally {
      this.isMaking = false;
    }
  }
}
