#!/bin/sh
# Runs once, on an empty PostgreSQL volume: the three roles and the database (docs/operations.md).
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
    -v owner="$GOICHUNG_DATABASE_OWNER_PASSWORD" -v app="$GOICHUNG_DATABASE_APP_PASSWORD" \
    -v system="$GOICHUNG_DATABASE_SYSTEM_PASSWORD" <<'SQL'
CREATE ROLE goichung_owner  LOGIN PASSWORD :'owner';
CREATE ROLE goichung_app    LOGIN PASSWORD :'app';
CREATE ROLE goichung_system LOGIN PASSWORD :'system';
CREATE DATABASE goichung OWNER goichung_owner
    TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
SQL
