import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Pipeline';
import chart from '@salesforce/label/c.Home_Pipeline_Chart';
import funnelTitle from '@salesforce/label/c.Home_Funnel';
import funnelChart from '@salesforce/label/c.Home_Funnel_Chart';
import empty from '@salesforce/label/c.Home_Pipeline_Empty';
import perMonth from '@salesforce/label/c.List_Per_Month';
import { totalOf } from 'c/chartFrame';
import type { Stack } from 'c/chartFrame';
import { funnelOf, pipelineOf } from './stages';
import type { Stage } from './stages';

export type { Stage } from './stages';

/** Co-sell as a chart: the pipeline by stage and cloud, or the funnel by state. */
export default class CosellPipeline extends LightningElement {
  @api stages: readonly Stage[] = [];
  @api states: Readonly<Record<string, number>> = {};
  /** Shows how far deals have come instead of how the pipeline is filled. */
  @api isFunnel = false;
  labels = { empty };

  get heading(): string {
    return this.isFunnel ? funnelTitle : title;
  }

  get chartLabel(): string {
    return this.isFunnel ? funnelChart : chart;
  }

  get bars(): Stack[] {
    return this.isFunnel ? funnelOf(this.states) : pipelineOf(this.stages, perMonth);
  }

  get isEmpty(): boolean {
    return this.bars.every((bar) => totalOf(bar) === 0);
  }
}
