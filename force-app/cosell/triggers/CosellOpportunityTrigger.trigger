trigger CosellOpportunityTrigger on Cosell_Opportunity__c(
    before insert,
    before update,
    after insert
) {
    if (Trigger.isBefore) {
        CosellRecordTypes.apply(Trigger.new);
    }
    SyncedRecords.handle();
}
