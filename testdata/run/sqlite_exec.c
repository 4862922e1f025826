// cflags: -lsqlite3
#include <sqlite3.h>
#include <stdio.h>
struct rows { int count, limit; };
static int on_row(void *data, int n, char **values, char **names) {
    struct rows *r = data;
    r->count++;
    for (int i = 0; i < n; i++) printf("%s=%s ", names[i], values[i] ? values[i] : "NULL");
    printf("\n");
    return r->count >= r->limit;
}
static void run(sqlite3 *db, const char *sql, int limit) {
    struct rows r = {0, limit};
    char *error = NULL;
    int status = sqlite3_exec(db, sql, on_row, &r, &error);
    printf("status %d, %d rows\n", status, r.count);
    if (error) { printf("%s\n", error); sqlite3_free(error); }
}
int main(void) {
    sqlite3 *db;
    if (sqlite3_open(":memory:", &db)) return 1;
    run(db, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, size REAL)", 100);
    run(db, "INSERT INTO t (name, size) VALUES ('one', 1.5), ('two', NULL), ('three', -3)", 100);
    printf("%d changed, last %lld\n", sqlite3_changes(db), sqlite3_last_insert_rowid(db));
    run(db, "SELECT * FROM t ORDER BY id", 100);
    run(db, "SELECT count(*) AS n, sum(size) AS total FROM t", 100);
    run(db, "SELECT id FROM t", 2);
    run(db, "SELECT nothing FROM nowhere", 100);
    sqlite3_close(db);
}
