-- Offers that nobody has answered are few: those of a unit's own courses are found among them.
CREATE INDEX open_transfers ON rettvei.matter (course_id) WHERE open AND type = 'transfer';
