package org.goichung.negotiation.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.identity.EnterpriseId;

/** An award with what is voted on and the votes so far. */
public record AwardThread(Award award, List<PricedLine> lines, List<Vote> votes) {

    /** The enterprises that have a vote: those that get lines. */
    public Set<EnterpriseId> electorate() {
        return lines.stream().map(PricedLine::enterpriseId).collect(Collectors.toUnmodifiableSet());
    }

    public Set<EnterpriseId> saidYes() {
        return votes.stream().filter(Vote::carried).map(Vote::enterpriseId).collect(Collectors.toUnmodifiableSet());
    }

    public boolean hasVoted(EnterpriseId enterprise) {
        return votes.stream().anyMatch(vote -> vote.enterpriseId().equals(enterprise));
    }

    public boolean allVoted() {
        return electorate().stream().allMatch(this::hasVoted);
    }

    public AwardThread with(Vote vote) {
        return new AwardThread(
                award, lines, Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }
}
