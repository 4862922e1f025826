// cflags: -lsqlite3
#include <sqlite3.h>
#include <stdio.h>
static void simple(sqlite3 *db, const char *sql) {
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL)) { printf("error: %s\n", sqlite3_errmsg(db)); return; }
    printf("%d\n", sqlite3_step(s));
    sqlite3_finalize(s);
}
static void show_column(sqlite3_stmt *s, int i) {
    switch (sqlite3_column_type(s, i)) {
        case 1: printf("%lld", sqlite3_column_int64(s, i)); break;
        case 2: printf("%.3f", sqlite3_column_double(s, i)); break;
        case 3: printf("'%s'", sqlite3_column_text(s, i)); break;
        case 4: for (int k = 0; k < sqlite3_column_bytes(s, i); k++) printf("%02x", ((const unsigned char *)sqlite3_column_blob(s, i))[k]); break;
        default: printf("null");
    }
    printf(" ");
}
int main(void) {
    sqlite3 *db;
    if (sqlite3_open(":memory:", &db)) return 1;
    simple(db, "CREATE TABLE v (a INTEGER, b REAL, c TEXT, d BLOB)");
    simple(db, "BEGIN");
    sqlite3_stmt *insert, *query;
    const char *tail;
    sqlite3_prepare_v2(db, "INSERT INTO v VALUES (?, ?, ?, ?); rest", -1, &insert, &tail);
    printf("tail:%s\n", tail);
    for (int i = 0; i < 3; i++) {
        unsigned char blob[] = {(unsigned char)i, 0xfe, 0, (unsigned char)(i + 1)};
        char text[16];
        snprintf(text, 16, "row %d", i);
        sqlite3_bind_int64(insert, 1, (i - 1LL) * (1LL << 40));
        sqlite3_bind_double(insert, 2, i / 3.0);
        sqlite3_bind_text(insert, 3, text, -1, SQLITE_TRANSIENT);
        if (i == 1) sqlite3_bind_null(insert, 4);
        else sqlite3_bind_blob(insert, 4, blob, 4, SQLITE_TRANSIENT);
        printf("%d", sqlite3_step(insert) == SQLITE_DONE);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    puts("");
    sqlite3_prepare_v2(db, "SELECT * FROM v ORDER BY a", -1, &query, NULL);
    while (sqlite3_step(query) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(query); i++) show_column(query, i);
        puts("");
    }
    sqlite3_finalize(query);
    simple(db, "ROLLBACK");
    simple(db, "SELECT 1 FROM v");
    simple(db, "SELEC 1");
    sqlite3_close(db);
}
