#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
typedef struct node { int value; struct node *next; } node;
typedef struct { int lo, hi; } range;
typedef struct account { char name[16]; int64_t balance; range limits; const struct account *parent; } account;
node *make_list(int n);
void push(node **list, node *x);
int64_t list_sum(const node *l);
void init_account(account *a, const char *name, int64_t balance);
int64_t total(const account *a);
const account *largest(const account *a, size_t n);
static int length(const node *l) { int n = 0; for (; l; l = l->next) n++; return n; }
int main(void) {
    node *list = make_list(5);
    printf("%d %lld\n", length(list), (long long)list_sum(list));
    node *done = NULL;
    while (list) { node *next = list->next; list->next = done; done = list; list = next; }
    list = done;
    node own = {100, NULL};
    push(&list, &own);
    printf("%d %lld %d %d\n", length(list), (long long)list_sum(list), list->value, list->next->value);
    list = own.next;
    while (list) { node *next = list->next; printf("%d ", list->value); free(list); list = next; }
    printf("\n");
    account a[3];
    init_account(&a[0], "root", 1000);
    init_account(&a[1], "alice", -250);
    init_account(&a[2], "a name too long for it", 4000);
    a[1].parent = &a[0];
    a[2].parent = &a[1];
    a[2].limits.lo -= 5;
    a[2].limits.hi += 5;
    a[0].balance++;
    for (int i = 0; i < 3; i++)
        printf("%s %lld %d..%d %lld\n", a[i].name, (long long)a[i].balance, a[i].limits.lo, a[i].limits.hi, (long long)total(&a[i]));
    const account *top = largest(a, 3);
    printf("%s\n%s\n", top->name, top->parent->parent->name);
}
