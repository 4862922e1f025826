#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct Node {
    int32_t value;
    struct Node *next;
    uint8_t bytes[4];
};

static int64_t thrice(int32_t x) { return 3 * x; }

static uint32_t sum(const uint8_t *s, size_t n) {
    uint32_t total = 0;
    for (size_t i = 0; i < n; i++) total += s[i];
    return total;
}

static void literals(void) {
    uint8_t y = 5, z = y * y * y;
    printf("%d %d %d\n", y, z, y);
    uint8_t x = 3, m = x > 4 ? x : 4;
    x = 200;
    printf("%d %d\n", m, (uint8_t)(x + 100));
    float g = 1.5f;
    double d = 1.5;
    uint32_t bits;
    unsigned long long wide;
    memcpy(&bits, &g, 4);
    memcpy(&wide, &d, 8);
    printf("%x %llx %f\n", bits, wide, g);
}

static void later(bool c) {
    struct Node n = {0};
    n.value = 7;
    n.value += 1;
    for (int i = 0; i < 3; i++) n.bytes[1 + i] = i + 40;
    n.bytes[0] = 9;
    long long wide = n.value, picked = c ? n.value : 5;
    uint16_t joined = c ? n.bytes[0] : 1;
    long long total = 0;
    for (int i = 0; i < n.value; i++) total += i;
    for (int i = 0; i < 4; i++) total += n.bytes[i];
    uint32_t named = n.value == 8 ? n.bytes[1] : 0;
    long long scaled = thrice(n.value) + n.value;
    printf("%lld %lld %d %lld %u %lld\n", wide, picked, joined, total, named, scaled);
    printf("%u\n", sum(n.bytes, 4));
}

static void lists(void) {
    struct Node first = {1}, second = {2}, *head = NULL;
    second.next = head;
    head = &second;
    first.next = head;
    head = &first;
    int walked = 0;
    for (struct Node *at = head; at; at = at->next) walked = 10 * walked + at->value;
    printf("%d\n", walked);
}

static void sums(void) {
    uint8_t a = 0;
    uint32_t b = 0, c = a + b;
    c += 1;
    printf("%u %d %d %d\n", c, a, b, 1);
}

int main(void) {
    literals();
    later(true);
    later(false);
    lists();
    sums();
}
