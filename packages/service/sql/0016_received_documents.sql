-- A message that changes or cancels a referral names it by its number.
CREATE INDEX fact_received_document ON rettvei.fact ((body -> 'facts' ->> 'documentId')) WHERE kind = 'message-received';
