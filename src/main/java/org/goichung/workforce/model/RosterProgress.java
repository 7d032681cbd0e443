package org.goichung.workforce.model;

/** Rows counted: read is accepted plus rejected; mended are among the accepted. */
public record RosterProgress(long accepted, long rejected, long mended) {}
