-- A referral names its patient by person number.
CREATE INDEX patient_of_number ON rettvei.patient (person_number) WHERE person_number IS NOT NULL;
