trigger CosellOpportunityTrigger on Cosell_Opportunity__c(
    before insert,
    before update,
    after insert,
    after update
) {
    if (Trigger.isBefore) {
        CosellRecordTypes.apply(Trigger.new);
    }
    if (Trigger.isAfter && Trigger.isUpdate) {
        new CosellOpened(new Clock()).release(Trigger.new, Trigger.oldMap);
    }
    if (!(Trigger.isAfter && Trigger.isUpdate)) {
        SyncedRecords.handle();
    }
}
