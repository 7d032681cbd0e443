package org.goichung.quota.rest;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.goichung.quota.EntryView;
import org.goichung.quota.StatementView;

/** How a statement is written, part by part, so that it never stands in memory whole. Of one statement each. */
interface StatementFormat {
    String contentType();

    /** For a browser to save it under; empty where it is not for saving. */
    String fileName(StatementView statement);

    Buffer head(StatementView statement);

    Buffer open(StatementView.Section pool, boolean first);

    Buffer entries(StatementView.Section pool, List<EntryView> entries, boolean first);

    Buffer close(StatementView.Section pool);

    Buffer foot(StatementView statement);
}
