#include <stdint.h>
#include <stdlib.h>
#include <string.h>
typedef struct node { int value; struct node *next; } node;
typedef struct { int lo, hi; } range;
typedef struct account { char name[16]; int64_t balance; range limits; const struct account *parent; } account;
node *make_list(int n) {
    node *list = NULL;
    for (int i = 0; i < n; i++) {
        node *x = malloc(sizeof *x);
        x->value = i * i;
        x->next = list;
        list = x;
    }
    return list;
}
void push(node **list, node *x) { x->next = *list; *list = x; }
int64_t list_sum(const node *l) { return l ? l->value + list_sum(l->next) : 0; }
void init_account(account *a, const char *name, int64_t balance) {
    strncpy(a->name, name, 15);
    a->name[15] = 0;
    a->balance = balance;
    a->limits = (range){-10, 10};
    a->parent = NULL;
}
int64_t total(const account *a) { return a ? a->balance + total(a->parent) : 0; }
const account *largest(const account *a, size_t n) {
    const account *best = a;
    for (size_t i = 1; i < n; i++) if (a[i].balance > best->balance) best = &a[i];
    return best;
}
