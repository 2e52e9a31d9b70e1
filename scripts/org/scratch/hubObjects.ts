import type { SchemaPort } from '../../apex/index.ts';
import { schemaOf } from '../tooling/index.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_scratch_orgs_object_reference.htm */
export function hubSchema(): SchemaPort {
  return schemaOf({
    ScratchOrgInfo: [
      '2SR',
      'Scratch Org Info',
      'Id:id OrgName:string? Edition:string? Features:textarea? DurationDays:int Namespace:string? Username:string? SignupUsername:string SignupEmail:string? AdminEmail:string? Status:string ScratchOrg:string? SignupInstance:string? LoginUrl:string? ExpirationDate:date? AuthCode:string? ErrorCode:string? ConnectedAppConsumerKey:string? ConnectedAppCallbackUrl:string? Description:textarea? Country:string? Language:string? HasSampleData:boolean Release:string? Snapshot:string? CreatedDate:datetime CreatedById:reference?:User:CreatedBy LastModifiedDate:datetime'
    ],
    ActiveScratchOrg: [
      '2SA',
      'Active Scratch Org',
      'Id:id OrgName:string? Edition:string? Features:textarea? Namespace:string? Description:textarea? ScratchOrg:string ScratchOrgInfoId:reference?:ScratchOrgInfo:ScratchOrgInfo SignupUsername:string SignupEmail:string? SignupInstance:string? LastLoginDate:datetime? HasSampleData:boolean ExpirationDate:date CreatedDate:datetime CreatedById:reference?:User:CreatedBy'
    ],
    NamespaceRegistry: ['1FC', 'Namespace Registry', 'Id:id NamespacePrefix:string?'],
    User: ['005', 'User', 'Id:id Name:string Username:string']
  });
}
