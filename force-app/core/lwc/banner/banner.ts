import { LightningElement } from 'lwc';

/** A warning above what it is about: what is so, and beside it what helps. */
export default class Banner extends LightningElement {}
