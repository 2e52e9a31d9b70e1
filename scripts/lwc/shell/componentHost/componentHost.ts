import { LightningElement, api } from 'lwc';
import registry from 'local/registry';
import ShellFlexiTabs from 'shell/flexiTabs';
import ShellRecordDetails from 'shell/recordDetails';
import ShellRecordHighlights from 'shell/recordHighlights';
import ShellRecordPath from 'shell/recordPath';
import ShellRelatedLists from 'shell/relatedLists';
import { componentName, propertyValue } from '../../model/flexiPage.ts';
import type { ComponentInstance, FlexiPage } from '../../model/pages.ts';

type ComponentClass = typeof LightningElement;

/** The platform's own components, as far as the local org has them; read late for their cycle. */
function standardComponent(name: string): ComponentClass | undefined {
  const components: Readonly<Record<string, ComponentClass>> = {
    'force:highlightsPanel': ShellRecordHighlights,
    'force:detailPanel': ShellRecordDetails,
    'record_flexipage:recordDetail': ShellRecordDetails,
    'force:relatedListContainer': ShellRelatedLists,
    'runtime_sales_pathassistant:pathAssistant': ShellRecordPath,
    'flexipage:tabset': ShellFlexiTabs,
    'flexipage:tabset2': ShellFlexiTabs
  };
  return components[name];
}

/** Shows a component that a page names, or a box that says why it cannot. */
export default class ShellComponentHost extends LightningElement {
  @api instance: ComponentInstance | undefined;
  @api page: FlexiPage | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  constructorOf: ComponentClass | null = null;
  problem = '';

  get name(): string {
    return this.instance?.name ?? '';
  }

  get heading(): string {
    return `${this.name} could not be shown`;
  }

  get properties(): Record<string, unknown> {
    const own = Object.entries(this.instance?.properties ?? {});
    return {
      ...Object.fromEntries(own.map(([name, value]) => [name, propertyValue(value)])),
      ...(this.recordId !== undefined && { recordId: this.recordId }),
      ...(this.objectApiName !== undefined && { objectApiName: this.objectApiName }),
      ...(this.constructorOf === ShellFlexiTabs && { page: this.page })
    };
  }

  override connectedCallback(): void {
    void this.load();
  }

  /** A component that throws must not take the page with it. */
  override errorCallback(error: Error): void {
    this.fail(error.message);
  }

  async load(): Promise<void> {
    const { namespace, local } = componentName(this.name);
    const standard = standardComponent(this.name);
    const load = ['c', 'clazar'].includes(namespace) ? registry[local] : undefined;
    if (standard !== undefined) this.constructorOf = standard;
    else if (load === undefined) this.fail('The local org has no such component.');
    else await this.loadOwn(load);
  }

  async loadOwn(load: () => Promise<{ default: ComponentClass }>): Promise<void> {
    try {
      this.constructorOf = (await load()).default;
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  fail(message: string): void {
    console.error(`${this.name}: ${message}`);
    this.constructorOf = null;
    this.problem = message;
  }
}
