-- Limit that goes back to the agreement, and limit that goes from one of its enterprises to another.

ALTER TABLE quota_draw_key DROP CONSTRAINT quota_draw_key_kind_check;
ALTER TABLE quota_draw_key ADD CONSTRAINT quota_draw_key_kind_check
    CHECK (kind IN ('draw', 'reserve', 'post', 'void', 'return', 'propose', 'accept', 'decline', 'withdraw'));

-- A proposed transfer holds its amount at the giver: that hold is the reservation of the same id, and its state the transfer's.
ALTER TABLE quota_reservation DROP CONSTRAINT quota_reservation_state_check;
ALTER TABLE quota_reservation ADD CONSTRAINT quota_reservation_state_check
    CHECK (state IN ('pending', 'posted', 'voided', 'expired', 'accepted', 'declined', 'withdrawn'));

CREATE TABLE quota_transfer (
    enterprise_id    uuid NOT NULL,       -- the giver
    transfer_id      uuid NOT NULL,
    pool_id          uuid NOT NULL,
    to_enterprise_id uuid NOT NULL,
    to_pool_id       uuid NOT NULL,
    PRIMARY KEY (enterprise_id, transfer_id),
    FOREIGN KEY (enterprise_id, transfer_id) REFERENCES quota_reservation,
    FOREIGN KEY (enterprise_id, pool_id) REFERENCES quota_pool,
    FOREIGN KEY (to_enterprise_id, to_pool_id) REFERENCES quota_pool,
    CHECK (to_enterprise_id <> enterprise_id)
);
CREATE INDEX quota_transfer_to ON quota_transfer (to_enterprise_id, transfer_id);
GRANT SELECT ON quota_transfer TO ${app};
GRANT SELECT, INSERT ON quota_transfer TO ${system};
