#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>

#define SIZE(name) printf("%s %zu %zu\n", #name, sizeof(struct name), _Alignof(struct name))

int main(void) {
    SIZE(sockaddr);
    SIZE(sockaddr_in);
    SIZE(sockaddr_in6);
    SIZE(sockaddr_un);
    SIZE(sockaddr_storage);
    SIZE(addrinfo);
    SIZE(dirent);
    printf("%zu %zu %zu %zu\n", offsetof(struct sockaddr_in, sin_addr), offsetof(struct sockaddr_in6, sin6_scope_id),
           offsetof(struct sockaddr_un, sun_path), offsetof(struct sockaddr_storage, ss_family));
    printf("%zu %zu %zu %zu\n", offsetof(struct addrinfo, ai_addr), offsetof(struct addrinfo, ai_canonname),
           offsetof(struct dirent, d_type), offsetof(struct dirent, d_name));
    printf("%d %d %d %d %d %d\n", AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, SOCK_CLOEXEC, SOCK_NONBLOCK);
    printf("%d %d %d %d %d %d\n", SOL_SOCKET, SO_REUSEADDR, SO_REUSEPORT, SO_KEEPALIVE, SO_BROADCAST, SO_ERROR);
    printf("%d %d %d %d %d %d\n", SO_SNDBUF, SO_RCVBUF, SO_SNDTIMEO, SO_RCVTIMEO, TCP_NODELAY, IPPROTO_IPV6);
    printf("%d %d %d %d %d %d\n", MSG_NOSIGNAL, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, SHUT_WR, SHUT_RDWR);
    printf("%d %d %d %d %d %d\n", AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV, NI_NUMERICHOST,
           NI_NUMERICSERV);
    printf("%d %d %d %d\n", DT_DIR, DT_REG, DT_LNK, DT_SOCK);
    printf("%x %x %x\n", htons(0x1234), htonl(0x12345678), INADDR_LOOPBACK);
    printf("10 bytes from 127.0.0.1: HELLO, VEX\n");
    printf("[::1]:8080\n");
    printf("%d 0\n", 2 * DT_REG + DT_DIR);
    return 0;
}
