import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** Where components went, and which addresses they asked for: sfdx-lwc-jest's own stand-in keeps nothing. */
export const navigate = jest.fn();
export const generateUrl = jest.fn().mockResolvedValue('https://www.example.com');

export const CurrentPageReference: unknown = createTestWireAdapter(jest.fn());

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

const mixin = (Base: new () => object) =>
  class extends Base {
    [Navigate](reference: unknown): void {
      navigate(reference);
    }

    [GenerateUrl](reference: unknown): unknown {
      return generateUrl(reference);
    }
  };

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
