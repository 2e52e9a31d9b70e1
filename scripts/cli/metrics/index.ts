export { metrics } from './metricsCommand.ts';
