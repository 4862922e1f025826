#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct entry { unsigned key; double value; };
static int comparisons = 0;
static int by_int(const void *a, const void *b) {
    comparisons++;
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}
static int by_key(const void *a, const void *b) {
    unsigned x = ((const struct entry *)a)->key, y = ((const struct entry *)b)->key;
    return x < y ? -1 : x > y;
}
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
int main(void) {
    int numbers[] = {5, -3, 99, 0, 42, -3, 7, 1000, -1000};
    struct entry entries[] = {{30, 0.3}, {10, 0.1}, {20, 0.2}};
    const char *words[] = {"pear", "apple", "fig", "banana"};
    qsort(numbers, 9, sizeof(int), by_int);
    for (int i = 0; i < 9; i++) printf("%d ", numbers[i]);
    printf("%d\n", comparisons > 8);
    qsort(entries, 3, sizeof(struct entry), by_key);
    for (int i = 0; i < 3; i++) printf("%u=%g ", entries[i].key, entries[i].value);
    puts("");
    qsort(words, 4, sizeof(char *), by_text);
    for (int i = 0; i < 4; i++) printf("%s ", words[i]);
    puts("");
    struct entry wanted = {20, 0};
    struct entry *found = bsearch(&wanted, entries, 3, sizeof(struct entry), by_key);
    printf("%g at %td\n", found->value, found - entries);
    struct entry missing = {21, 0};
    printf("%d\n", bsearch(&missing, entries, 3, sizeof(struct entry), by_key) == NULL);
}
