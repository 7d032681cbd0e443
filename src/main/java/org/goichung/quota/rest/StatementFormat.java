package org.goichung.quota.rest;

import java.util.List;
import org.goichung.quota.EntryView;
import org.goichung.quota.StatementView;

/** How a statement is written, part by part, so that it never stands in memory whole. */
interface StatementFormat {
    String contentType();

    /** For a browser to save it under; empty where it is not for saving. */
    String fileName(StatementView statement);

    String head(StatementView statement);

    String open(StatementView.Section pool, boolean first);

    String entries(StatementView.Section pool, List<EntryView> entries, boolean first);

    String close(StatementView.Section pool);

    String foot(StatementView statement);
}
