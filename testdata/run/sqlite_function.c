// cflags: -lsqlite3
#include <sqlite3.h>
#include <stdio.h>
struct sum { double product; int count; };
static void power(sqlite3_context *c, int n, sqlite3_value **args) {
    int base = sqlite3_value_int(args[0]), e = sqlite3_value_int(args[1]), r = 1;
    ++*(int *)sqlite3_user_data(c);
    if (e < 0) { sqlite3_result_error(c, "negative exponent", -1); return; }
    while (e--) r *= base;
    sqlite3_result_int(c, r);
}
static void product_step(sqlite3_context *c, int n, sqlite3_value **args) {
    struct sum *s = sqlite3_aggregate_context(c, sizeof *s);
    if (!s->count++) s->product = 1;
    s->product *= sqlite3_value_double(args[0]);
}
static void product_last(sqlite3_context *c) {
    struct sum *s = sqlite3_aggregate_context(c, sizeof *s);
    sqlite3_result_double(c, s->product);
}
static int by_length(void *d, int n, const void *a, int m, const void *b) {
    if (n != m) return n - m;
    for (int i = n - 1; i >= 0; i--) {
        int x = ((const unsigned char *)a)[i], y = ((const unsigned char *)b)[i];
        if (x != y) return x - y;
    }
    return 0;
}
static int show(void *d, int n, char **v, char **names) { for (int i = 0; i < n; i++) printf("%s ", v[i]); puts(""); return 0; }
int main(void) {
    sqlite3 *db;
    if (sqlite3_open(":memory:", &db)) return 1;
    int calls = 0;
    sqlite3_create_function(db, "power", 2, SQLITE_UTF8, &calls, power, 0, 0);
    sqlite3_create_function(db, "product", 1, SQLITE_UTF8, 0, 0, product_step, product_last);
    sqlite3_create_collation(db, "length_first", SQLITE_UTF8, 0, by_length);
    sqlite3_exec(db, "SELECT power(2, 10), power(-3, 3)", show, 0, 0);
    sqlite3_exec(db, "WITH t(x) AS (VALUES (1), (2), (3), (4.5)) SELECT product(x), sum(power(x, 2)) FROM t", show, 0, 0);
    sqlite3_exec(db, "WITH t(x) AS (VALUES ('ccc'), ('ba'), ('ab'), ('z')) SELECT x FROM t ORDER BY x COLLATE length_first", show, 0, 0);
    int status = sqlite3_exec(db, "SELECT power(2, -1)", show, 0, 0);
    printf("%d after %d calls\n", status, calls);
    sqlite3_close(db);
}
