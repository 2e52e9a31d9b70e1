trigger PrivateOfferTrigger on Private_Offer__c(
    before insert,
    before update,
    after insert,
    after update
) {
    SyncedRecords.handle();
    DealFacts.handle();
}
