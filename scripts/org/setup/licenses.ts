import { namedId } from '../schema/index.ts';
import type { SeedRow } from './standardRows.ts';

const userLicenses: Readonly<Record<string, string>> = {
  Salesforce: 'SFDC',
  'Salesforce Platform': 'AUL',
  'Salesforce Integration': 'INTEGRATION',
  Identity: 'PID_IDENTITY'
};

export function userLicenseId(name: string): string {
  return namedId('100', name);
}

/** Whoever connects a product as an integration user needs this one. */
export const apiIntegrationLicense = 'SalesforceAPIIntegrationPsl';

export function permissionSetLicenseId(developerName: string): string {
  return namedId('0PL', developerName);
}

/** Rows of UserLicense and PermissionSetLicense. */
export function licenseRows(): SeedRow[] {
  const users = Object.entries(userLicenses).map(([name, key]) => ({
    object: 'UserLicense',
    row: {
      Id: userLicenseId(name),
      Name: name,
      MasterLabel: name,
      LicenseDefinitionKey: key,
      Status: 'Active',
      TotalLicenses: 100,
      UsedLicenses: 0
    }
  }));
  const integration: SeedRow = {
    object: 'PermissionSetLicense',
    row: {
      Id: permissionSetLicenseId(apiIntegrationLicense),
      DeveloperName: apiIntegrationLicense,
      MasterLabel: 'Salesforce API Integration',
      Language: 'en_US',
      Status: 'Active',
      TotalLicenses: 5,
      UsedLicenses: 0,
      PermissionSetLicenseKey: apiIntegrationLicense
    }
  };
  return [...users, integration];
}
