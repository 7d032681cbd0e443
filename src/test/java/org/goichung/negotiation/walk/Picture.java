package org.goichung.negotiation.walk;

/** Everything of a walk in the words of {@link Model#picture()}, but for the names. */
final class Picture {
    private Picture() {}

    /** Of what came into being since $1; minutes are counted from $2. */
    static final String SQL = """
            SELECT m.id || ' of ' || m.enterprise_id || ' until ' || m.valid_until
                   || CASE WHEN m.withdrawn_at IS NULL THEN '' ELSE ' withdrawn' END
              FROM mandate m WHERE m.id > $1
            UNION ALL
            SELECT r.id || ' ' || r.state || ' deadline ' || floor(extract(epoch FROM r.offer_deadline - $2) / 60)
                   || ' last ' || floor(extract(epoch FROM coalesce(r.final_deadline, r.offer_deadline) - $2) / 60)
                   || ' amendments ' || r.amendments || CASE WHEN r.closed_at IS NULL THEN '' ELSE ' unsealed' END
              FROM rfq r WHERE r.id > $1
            UNION ALL
            SELECT m.rfq_id || ' ' || m.enterprise_id || ' '
                   || coalesce((SELECT sum(lines::bigint)
                                  FROM jsonb_each(m.demand::jsonb) lot, jsonb_each_text(lot.value) AS carrier(code, lines)), 0)
              FROM rfq_member m WHERE m.id > $1 AND m.left_at IS NULL
            UNION ALL
            SELECT m.rfq_id || ' ' || m.enterprise_id || ' did ' || string_agg(lower(m.move), ' ' ORDER BY m.id)
              FROM rfq_membership m WHERE m.id > $1 GROUP BY m.rfq_id, m.enterprise_id
            UNION ALL
            SELECT 'bid ' || (SELECT id FROM offer WHERE bid_id = b.id ORDER BY revision LIMIT 1) || ' in ' || b.rfq_id || ' ' || b.state
                   || ' standing ' || b.standing_offer_id
                   || ' latest ' || (SELECT id FROM offer WHERE bid_id = b.id ORDER BY revision DESC LIMIT 1)
                   || CASE WHEN b.carrier_id IS NULL THEN ''
                           ELSE ' ' || b.carrier_id || ' until ' || floor(extract(epoch FROM b.valid_until - $2) / 60) END
              FROM bid b WHERE b.id > $1
            UNION ALL
            SELECT 'last offer ' || f.id || ' in ' || f.rfq_id || CASE WHEN f.withdrawn_at IS NULL THEN '' ELSE ' withdrawn' END
              FROM final_offer f WHERE f.id > $1
            UNION ALL
            SELECT 'paper ' || p.id || ' in ' || p.rfq_id || ' '
                   || CASE WHEN p.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN p.outcome IS NOT NULL THEN p.outcome
                           WHEN p.withdrawal_index IS NOT NULL THEN 'WITHDRAWAL_ASKED'
                           WHEN p.confirmed_at IS NULL THEN 'ENTERED' ELSE 'CONFIRMED' END
              FROM (SELECT id, rfq_id, confirmed_at, withdrawal_index, withdrawn_at, outcome FROM paper_offer
                    UNION ALL
                    SELECT id, rfq_id, confirmed_at, withdrawal_index, withdrawn_at, NULL FROM paper_answer) p
             WHERE p.id > $1
            UNION ALL
            SELECT q.id || ' in ' || q.rfq_id || CASE WHEN q.answer IS NULL THEN '' ELSE ' answered' END
              FROM rfq_question q WHERE q.id > $1
            UNION ALL
            SELECT w.id || ' in ' || w.rfq_id || ' until ' || floor(extract(epoch FROM w.vote_until - $2) / 60)
                   || coalesce(' ' || w.outcome, '')
              FROM award w WHERE w.id > $1
            UNION ALL
            SELECT l.award_id || ' ' || l.enterprise_id || ' ' || l.offer_id || ' ' || l.lines || ' at ' || l.price_vnd
                   || ' alone ' || l.alone_price_vnd
              FROM award_line l WHERE l.id > $1
            UNION ALL
            SELECT v.award_id || ' ' || v.enterprise_id || ' says ' || CASE WHEN v.carried THEN 'yes' ELSE 'no' END
              FROM ratification_vote v WHERE v.id > $1
            UNION ALL
            SELECT 'agreement on ' || a.offer_id || ' of ' || a.rfq_id || ' with ' || a.carrier_id || ' ' || a.state
                   || ' from ' || a.from_date || ' until ' || a.until_date
              FROM agreement a WHERE a.id > $1
            UNION ALL
            SELECT 'agreement on ' || a.offer_id || ' gives ' || l.enterprise_id || ' ' || l.lines_per_month || ' at ' || l.price_vnd
              FROM agreement_allocation l JOIN agreement a ON a.id = l.agreement_id WHERE l.id > $1
            UNION ALL
            SELECT 'change ' || x.id || ' on ' || a.offer_id || ' from ' || x.from_enterprise_id || ' to ' || x.to_enterprise_id
                   || ' ' || x.lines_per_month || ' in ' || to_char(x.from_month, 'YYYY-MM') || ' to ' || to_char(x.until_month, 'YYYY-MM')
                   || ' ' || x.state || ' revision ' || coalesce(x.revision, 0)
                   || ' until ' || floor(extract(epoch FROM x.expires_at - $2) / 60)
              FROM agreement_amendment x JOIN agreement a ON a.id = x.agreement_id WHERE x.id > $1
            """;
}
