-- A line and a hold are ended by their enrolment, which must not cost a look at all there are.
CREATE INDEX quota_line_of_enrolment ON quota_line (enrolment_id);
CREATE INDEX quota_reservation_of_enrolment ON quota_reservation (enrolment_id) WHERE enrolment_id IS NOT NULL;
