/** Who acts: every query, DML, REST call and Apex transaction runs as one user. */
export interface UserContext {
  readonly userId: string;
  readonly profileId: string;
  readonly roleId: string | undefined;
  readonly username: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** `en_US` */
  readonly locale: string;
  readonly language: string;
  readonly currency: string;
}

/** What a user may do; answered from profile and permission sets. `scripts/org/security` implements it. */
export interface AccessPolicy {
  canRead(object: string): boolean;
  canCreate(object: string): boolean;
  canEdit(object: string): boolean;
  canDelete(object: string): boolean;
  viewsAll(object: string): boolean;
  modifiesAll(object: string): boolean;
  canReadField(object: string, field: string): boolean;
  canEditField(object: string, field: string): boolean;
  hasUserPermission(name: string): boolean;
  hasCustomPermission(name: string): boolean;
  canUseClass(className: string): boolean;
  /** May the user give records this record type? Not asked for the master record type. */
  canUseRecordType(id: string): boolean;
  /** Id of the record type of an object's new records that are given none; undefined: they have none. */
  defaultRecordType(object: string): string | undefined;
}
