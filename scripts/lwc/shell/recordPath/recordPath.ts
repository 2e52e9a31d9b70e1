import { wire } from 'lwc';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import ShellRecordElement from 'shell/recordElement';
import type { WireResult } from 'local/adapters';
import type { Picklist } from 'local/uiTypes';
import { pathField, pathSteps } from '../../model/path.ts';
import type { PathStep } from '../../model/path.ts';

const masterRecordType = '012000000000000AAA';

interface Step extends PathStep {
  readonly className: string;
  readonly spoken: string;
  readonly current: 'step' | undefined;
}

/** Where a record stands, for good or not. */
const standing: ReadonlySet<string> = new Set(['current', 'lost']);

const spoken: Readonly<Record<PathStep['state'], string>> = {
  complete: 'done: ',
  current: 'now: ',
  incomplete: 'to come: ',
  lost: 'ended: '
};

/** Where a record stands on its way, when its status has one. */
export default class ShellRecordPath extends ShellRecordElement {
  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$statusField' })
  valuesResult: WireResult<Picklist> | undefined;

  get statusName(): string | undefined {
    return this.info === undefined ? undefined : pathField(this.info.fields);
  }

  get statusField(): string | undefined {
    const { statusName } = this;
    return statusName === undefined ? undefined : `${this.objectApiName}.${statusName}`;
  }

  get recordTypeId(): string {
    return this.record?.recordTypeId ?? this.info?.defaultRecordTypeId ?? masterRecordType;
  }

  get label(): string {
    return this.info?.fields[this.statusName ?? '']?.label ?? '';
  }

  get status(): unknown {
    return this.record?.fields[this.statusName ?? '']?.value;
  }

  get steps(): Step[] {
    const values = this.valuesResult?.data?.values ?? [];
    if (typeof this.status !== 'string' || values.length < 2) return [];
    return pathSteps(values, this.status).map((step) => ({
      ...step,
      className: `step step_${step.state}`,
      spoken: spoken[step.state],
      current: standing.has(step.state) ? 'step' : undefined
    }));
  }

  get hasSteps(): boolean {
    return this.steps.length > 1;
  }
}
