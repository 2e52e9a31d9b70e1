trigger ContractTrigger on Contract__c(before insert, before update, after insert, after update) {
    SyncedRecords.handle();
    DealFacts.handle();
}
