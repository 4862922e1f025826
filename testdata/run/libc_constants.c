#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <ctype.h>
#include <stdio.h>
#include <errno.h>
#include <math.h>
#include <time.h>
#include <sys/time.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <sys/ioctl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/mman.h>
#include <signal.h>
#include <dlfcn.h>
#include <pthread.h>
#include <limits.h>
#include <float.h>
#include <stdint.h>
#include <wchar.h>
#include <stddef.h>
extern char **environ;
int main(void) {
    printf("CHAR_BIT %lld\n", (long long)CHAR_BIT);
    printf("SCHAR_MIN %lld\n", (long long)SCHAR_MIN);
    printf("SCHAR_MAX %lld\n", (long long)SCHAR_MAX);
    printf("UCHAR_MAX %llu\n", (unsigned long long)UCHAR_MAX);
    printf("SHRT_MIN %lld\n", (long long)SHRT_MIN);
    printf("SHRT_MAX %lld\n", (long long)SHRT_MAX);
    printf("USHRT_MAX %llu\n", (unsigned long long)USHRT_MAX);
    printf("INT_MIN %lld\n", (long long)INT_MIN);
    printf("INT_MAX %lld\n", (long long)INT_MAX);
    printf("UINT_MAX %llu\n", (unsigned long long)UINT_MAX);
    printf("LONG_MIN %lld\n", (long long)LONG_MIN);
    printf("LONG_MAX %lld\n", (long long)LONG_MAX);
    printf("ULONG_MAX %llu\n", (unsigned long long)ULONG_MAX);
    printf("LLONG_MIN %lld\n", (long long)LLONG_MIN);
    printf("LLONG_MAX %lld\n", (long long)LLONG_MAX);
    printf("ULLONG_MAX %llu\n", (unsigned long long)ULLONG_MAX);
    printf("SIZE_MAX %llu\n", (unsigned long long)SIZE_MAX);
    printf("FLT_EPSILON %.17g\n", (double)FLT_EPSILON);
    printf("FLT_MIN %.17g\n", (double)FLT_MIN);
    printf("FLT_MAX %.17g\n", (double)FLT_MAX);
    printf("DBL_EPSILON %.17g\n", (double)DBL_EPSILON);
    printf("DBL_MIN %.17g\n", (double)DBL_MIN);
    printf("DBL_MAX %.17g\n", (double)DBL_MAX);
    printf("FLT_DIG %lld\n", (long long)FLT_DIG);
    printf("DBL_DIG %lld\n", (long long)DBL_DIG);
    printf("PATH_MAX %lld\n", (long long)PATH_MAX);
    printf("EXIT_SUCCESS %lld\n", (long long)EXIT_SUCCESS);
    printf("EXIT_FAILURE %lld\n", (long long)EXIT_FAILURE);
    printf("RAND_MAX %lld\n", (long long)RAND_MAX);
    printf("EOF %lld\n", (long long)EOF);
    printf("SEEK_SET %lld\n", (long long)SEEK_SET);
    printf("SEEK_CUR %lld\n", (long long)SEEK_CUR);
    printf("SEEK_END %lld\n", (long long)SEEK_END);
    printf("BUFSIZ %lld\n", (long long)BUFSIZ);
    printf("_IOFBF %lld\n", (long long)_IOFBF);
    printf("_IOLBF %lld\n", (long long)_IOLBF);
    printf("_IONBF %lld\n", (long long)_IONBF);
    printf("EPERM %lld\n", (long long)EPERM);
    printf("ENOENT %lld\n", (long long)ENOENT);
    printf("ESRCH %lld\n", (long long)ESRCH);
    printf("EINTR %lld\n", (long long)EINTR);
    printf("EIO %lld\n", (long long)EIO);
    printf("ENXIO %lld\n", (long long)ENXIO);
    printf("E2BIG %lld\n", (long long)E2BIG);
    printf("ENOEXEC %lld\n", (long long)ENOEXEC);
    printf("EBADF %lld\n", (long long)EBADF);
    printf("ECHILD %lld\n", (long long)ECHILD);
    printf("ENOMEM %lld\n", (long long)ENOMEM);
    printf("EACCES %lld\n", (long long)EACCES);
    printf("EFAULT %lld\n", (long long)EFAULT);
    printf("EBUSY %lld\n", (long long)EBUSY);
    printf("EEXIST %lld\n", (long long)EEXIST);
    printf("EXDEV %lld\n", (long long)EXDEV);
    printf("ENODEV %lld\n", (long long)ENODEV);
    printf("ENOTDIR %lld\n", (long long)ENOTDIR);
    printf("EISDIR %lld\n", (long long)EISDIR);
    printf("EINVAL %lld\n", (long long)EINVAL);
    printf("ENFILE %lld\n", (long long)ENFILE);
    printf("EMFILE %lld\n", (long long)EMFILE);
    printf("ENOTTY %lld\n", (long long)ENOTTY);
    printf("EFBIG %lld\n", (long long)EFBIG);
    printf("ENOSPC %lld\n", (long long)ENOSPC);
    printf("ESPIPE %lld\n", (long long)ESPIPE);
    printf("EROFS %lld\n", (long long)EROFS);
    printf("EMLINK %lld\n", (long long)EMLINK);
    printf("EPIPE %lld\n", (long long)EPIPE);
    printf("EDOM %lld\n", (long long)EDOM);
    printf("ERANGE %lld\n", (long long)ERANGE);
    printf("EAGAIN %lld\n", (long long)EAGAIN);
    printf("EDEADLK %lld\n", (long long)EDEADLK);
    printf("ENAMETOOLONG %lld\n", (long long)ENAMETOOLONG);
    printf("ENOLCK %lld\n", (long long)ENOLCK);
    printf("ENOSYS %lld\n", (long long)ENOSYS);
    printf("ENOTEMPTY %lld\n", (long long)ENOTEMPTY);
    printf("ELOOP %lld\n", (long long)ELOOP);
    printf("EILSEQ %lld\n", (long long)EILSEQ);
    printf("EOVERFLOW %lld\n", (long long)EOVERFLOW);
    printf("ENOTSUP %lld\n", (long long)ENOTSUP);
    printf("EADDRINUSE %lld\n", (long long)EADDRINUSE);
    printf("ECONNRESET %lld\n", (long long)ECONNRESET);
    printf("ETIMEDOUT %lld\n", (long long)ETIMEDOUT);
    printf("ECONNREFUSED %lld\n", (long long)ECONNREFUSED);
    printf("EINPROGRESS %lld\n", (long long)EINPROGRESS);
    printf("EWOULDBLOCK %lld\n", (long long)EWOULDBLOCK);
    printf("M_E %.17g\n", (double)M_E);
    printf("M_LOG2E %.17g\n", (double)M_LOG2E);
    printf("M_LOG10E %.17g\n", (double)M_LOG10E);
    printf("M_LN2 %.17g\n", (double)M_LN2);
    printf("M_LN10 %.17g\n", (double)M_LN10);
    printf("M_PI %.17g\n", (double)M_PI);
    printf("M_PI_2 %.17g\n", (double)M_PI_2);
    printf("M_PI_4 %.17g\n", (double)M_PI_4);
    printf("M_1_PI %.17g\n", (double)M_1_PI);
    printf("M_2_PI %.17g\n", (double)M_2_PI);
    printf("M_SQRT2 %.17g\n", (double)M_SQRT2);
    printf("M_SQRT1_2 %.17g\n", (double)M_SQRT1_2);
    printf("INFINITY %.17g\n", (double)INFINITY);
    printf("CLOCKS_PER_SEC %lld\n", (long long)CLOCKS_PER_SEC);
    printf("CLOCK_REALTIME %lld\n", (long long)CLOCK_REALTIME);
    printf("CLOCK_MONOTONIC %lld\n", (long long)CLOCK_MONOTONIC);
    printf("CLOCK_PROCESS_CPUTIME_ID %lld\n", (long long)CLOCK_PROCESS_CPUTIME_ID);
    printf("CLOCK_THREAD_CPUTIME_ID %lld\n", (long long)CLOCK_THREAD_CPUTIME_ID);
    printf("CLOCK_MONOTONIC_RAW %lld\n", (long long)CLOCK_MONOTONIC_RAW);
    printf("O_RDONLY %lld\n", (long long)O_RDONLY);
    printf("O_WRONLY %lld\n", (long long)O_WRONLY);
    printf("O_RDWR %lld\n", (long long)O_RDWR);
    printf("O_CREAT %lld\n", (long long)O_CREAT);
    printf("O_EXCL %lld\n", (long long)O_EXCL);
    printf("O_TRUNC %lld\n", (long long)O_TRUNC);
    printf("O_APPEND %lld\n", (long long)O_APPEND);
    printf("O_NONBLOCK %lld\n", (long long)O_NONBLOCK);
    printf("O_CLOEXEC %lld\n", (long long)O_CLOEXEC);
    printf("O_NOCTTY %lld\n", (long long)O_NOCTTY);
    printf("O_DIRECTORY %lld\n", (long long)O_DIRECTORY);
    printf("O_NOFOLLOW %lld\n", (long long)O_NOFOLLOW);
    printf("F_DUPFD %lld\n", (long long)F_DUPFD);
    printf("F_GETFD %lld\n", (long long)F_GETFD);
    printf("F_SETFD %lld\n", (long long)F_SETFD);
    printf("F_GETFL %lld\n", (long long)F_GETFL);
    printf("F_SETFL %lld\n", (long long)F_SETFL);
    printf("FD_CLOEXEC %lld\n", (long long)FD_CLOEXEC);
    printf("AT_FDCWD %lld\n", (long long)AT_FDCWD);
    printf("STDIN_FILENO %lld\n", (long long)STDIN_FILENO);
    printf("STDOUT_FILENO %lld\n", (long long)STDOUT_FILENO);
    printf("STDERR_FILENO %lld\n", (long long)STDERR_FILENO);
    printf("F_OK %lld\n", (long long)F_OK);
    printf("X_OK %lld\n", (long long)X_OK);
    printf("W_OK %lld\n", (long long)W_OK);
    printf("R_OK %lld\n", (long long)R_OK);
    printf("_SC_PAGESIZE %lld\n", (long long)_SC_PAGESIZE);
    printf("_SC_NPROCESSORS_ONLN %lld\n", (long long)_SC_NPROCESSORS_ONLN);
    printf("WNOHANG %lld\n", (long long)WNOHANG);
    printf("WUNTRACED %lld\n", (long long)WUNTRACED);
    printf("POLLIN %lld\n", (long long)POLLIN);
    printf("POLLOUT %lld\n", (long long)POLLOUT);
    printf("POLLERR %lld\n", (long long)POLLERR);
    printf("POLLHUP %lld\n", (long long)POLLHUP);
    printf("S_IFMT %llu\n", (unsigned long long)S_IFMT);
    printf("S_IFREG %llu\n", (unsigned long long)S_IFREG);
    printf("S_IFDIR %llu\n", (unsigned long long)S_IFDIR);
    printf("S_IFCHR %llu\n", (unsigned long long)S_IFCHR);
    printf("S_IFLNK %llu\n", (unsigned long long)S_IFLNK);
    printf("S_IFIFO %llu\n", (unsigned long long)S_IFIFO);
    printf("S_IFBLK %llu\n", (unsigned long long)S_IFBLK);
    printf("S_IFSOCK %llu\n", (unsigned long long)S_IFSOCK);
    printf("S_IRUSR %llu\n", (unsigned long long)S_IRUSR);
    printf("S_IWUSR %llu\n", (unsigned long long)S_IWUSR);
    printf("S_IXUSR %llu\n", (unsigned long long)S_IXUSR);
    printf("PROT_NONE %lld\n", (long long)PROT_NONE);
    printf("PROT_READ %lld\n", (long long)PROT_READ);
    printf("PROT_WRITE %lld\n", (long long)PROT_WRITE);
    printf("PROT_EXEC %lld\n", (long long)PROT_EXEC);
    printf("MAP_SHARED %lld\n", (long long)MAP_SHARED);
    printf("MAP_PRIVATE %lld\n", (long long)MAP_PRIVATE);
    printf("MAP_FIXED %lld\n", (long long)MAP_FIXED);
    printf("MAP_ANONYMOUS %lld\n", (long long)MAP_ANONYMOUS);
    printf("MAP_ANON %lld\n", (long long)MAP_ANON);
    printf("MAP_NORESERVE %lld\n", (long long)MAP_NORESERVE);
    printf("MAP_FAILED %zd\n", (ssize_t)MAP_FAILED);
    printf("MS_ASYNC %lld\n", (long long)MS_ASYNC);
    printf("MS_SYNC %lld\n", (long long)MS_SYNC);
    printf("MS_INVALIDATE %lld\n", (long long)MS_INVALIDATE);
    printf("MADV_NORMAL %lld\n", (long long)MADV_NORMAL);
    printf("MADV_RANDOM %lld\n", (long long)MADV_RANDOM);
    printf("MADV_SEQUENTIAL %lld\n", (long long)MADV_SEQUENTIAL);
    printf("MADV_WILLNEED %lld\n", (long long)MADV_WILLNEED);
    printf("MADV_DONTNEED %lld\n", (long long)MADV_DONTNEED);
    printf("SIG_DFL %zd\n", (ssize_t)SIG_DFL);
    printf("SIG_IGN %zd\n", (ssize_t)SIG_IGN);
    printf("SIG_ERR %zd\n", (ssize_t)SIG_ERR);
    printf("SIGINT %lld\n", (long long)SIGINT);
    printf("SIGILL %lld\n", (long long)SIGILL);
    printf("SIGFPE %lld\n", (long long)SIGFPE);
    printf("SIGSEGV %lld\n", (long long)SIGSEGV);
    printf("SIGTERM %lld\n", (long long)SIGTERM);
    printf("SIGABRT %lld\n", (long long)SIGABRT);
    printf("SIGHUP %lld\n", (long long)SIGHUP);
    printf("SIGQUIT %lld\n", (long long)SIGQUIT);
    printf("SIGTRAP %lld\n", (long long)SIGTRAP);
    printf("SIGKILL %lld\n", (long long)SIGKILL);
    printf("SIGPIPE %lld\n", (long long)SIGPIPE);
    printf("SIGALRM %lld\n", (long long)SIGALRM);
    printf("SIGBUS %lld\n", (long long)SIGBUS);
    printf("SIGUSR1 %lld\n", (long long)SIGUSR1);
    printf("SIGUSR2 %lld\n", (long long)SIGUSR2);
    printf("SIGCHLD %lld\n", (long long)SIGCHLD);
    printf("SIGCONT %lld\n", (long long)SIGCONT);
    printf("SIGSTOP %lld\n", (long long)SIGSTOP);
    printf("SA_SIGINFO %lld\n", (long long)SA_SIGINFO);
    printf("SA_RESTART %lld\n", (long long)SA_RESTART);
    printf("SIG_BLOCK %lld\n", (long long)SIG_BLOCK);
    printf("SIG_UNBLOCK %lld\n", (long long)SIG_UNBLOCK);
    printf("SIG_SETMASK %lld\n", (long long)SIG_SETMASK);
    printf("RTLD_LAZY %lld\n", (long long)RTLD_LAZY);
    printf("RTLD_NOW %lld\n", (long long)RTLD_NOW);
    printf("RTLD_GLOBAL %lld\n", (long long)RTLD_GLOBAL);
    printf("RTLD_LOCAL %lld\n", (long long)RTLD_LOCAL);
    printf("RTLD_DEFAULT %zd\n", (ssize_t)RTLD_DEFAULT);
    printf("c_char %zu %d\n", sizeof(char), (char)-1 < (char)1);
    printf("c_schar %zu %d\n", sizeof(signed char), (signed char)-1 < (signed char)1);
    printf("c_uchar %zu %d\n", sizeof(unsigned char), (unsigned char)-1 < (unsigned char)1);
    printf("c_short %zu %d\n", sizeof(short), (short)-1 < (short)1);
    printf("c_ushort %zu %d\n", sizeof(unsigned short), (unsigned short)-1 < (unsigned short)1);
    printf("c_int %zu %d\n", sizeof(int), (int)-1 < (int)1);
    printf("c_uint %zu %d\n", sizeof(unsigned), (unsigned)-1 < (unsigned)1);
    printf("c_long %zu %d\n", sizeof(long), (long)-1 < (long)1);
    printf("c_ulong %zu %d\n", sizeof(unsigned long), (unsigned long)-1 < (unsigned long)1);
    printf("c_longlong %zu %d\n", sizeof(long long), (long long)-1 < (long long)1);
    printf("c_ulonglong %zu %d\n", sizeof(unsigned long long), (unsigned long long)-1 < (unsigned long long)1);
    printf("c_float %zu\n", sizeof(float));
    printf("c_double %zu\n", sizeof(double));
    printf("c_size_t %zu %d\n", sizeof(size_t), (size_t)-1 < (size_t)1);
    printf("c_ssize_t %zu %d\n", sizeof(ssize_t), (ssize_t)-1 < (ssize_t)1);
    printf("c_wchar_t %zu %d\n", sizeof(wchar_t), (wchar_t)-1 < (wchar_t)1);
    printf("size_t %zu %d\n", sizeof(size_t), (size_t)-1 < (size_t)1);
    printf("ssize_t %zu %d\n", sizeof(ssize_t), (ssize_t)-1 < (ssize_t)1);
    printf("ptrdiff_t %zu %d\n", sizeof(ptrdiff_t), (ptrdiff_t)-1 < (ptrdiff_t)1);
    printf("intptr_t %zu %d\n", sizeof(intptr_t), (intptr_t)-1 < (intptr_t)1);
    printf("uintptr_t %zu %d\n", sizeof(uintptr_t), (uintptr_t)-1 < (uintptr_t)1);
    printf("time_t %zu %d\n", sizeof(time_t), (time_t)-1 < (time_t)1);
    printf("off_t %zu %d\n", sizeof(off_t), (off_t)-1 < (off_t)1);
    printf("clock_t %zu %d\n", sizeof(clock_t), (clock_t)-1 < (clock_t)1);
    printf("mode_t %zu %d\n", sizeof(mode_t), (mode_t)-1 < (mode_t)1);
    printf("pid_t %zu %d\n", sizeof(pid_t), (pid_t)-1 < (pid_t)1);
    printf("uid_t %zu %d\n", sizeof(uid_t), (uid_t)-1 < (uid_t)1);
    printf("gid_t %zu %d\n", sizeof(gid_t), (gid_t)-1 < (gid_t)1);
    printf("useconds_t %zu %d\n", sizeof(useconds_t), (useconds_t)-1 < (useconds_t)1);
    printf("suseconds_t %zu %d\n", sizeof(suseconds_t), (suseconds_t)-1 < (suseconds_t)1);
    printf("clockid_t %zu %d\n", sizeof(clockid_t), (clockid_t)-1 < (clockid_t)1);
    printf("dev_t %zu %d\n", sizeof(dev_t), (dev_t)-1 < (dev_t)1);
    printf("ino_t %zu %d\n", sizeof(ino_t), (ino_t)-1 < (ino_t)1);
    printf("nlink_t %zu %d\n", sizeof(nlink_t), (nlink_t)-1 < (nlink_t)1);
    printf("blksize_t %zu %d\n", sizeof(blksize_t), (blksize_t)-1 < (blksize_t)1);
    printf("blkcnt_t %zu %d\n", sizeof(blkcnt_t), (blkcnt_t)-1 < (blkcnt_t)1);
    printf("Div %zu %zu\n", sizeof(div_t), _Alignof(div_t));
    printf("Ldiv %zu %zu\n", sizeof(ldiv_t), _Alignof(ldiv_t));
    printf("Lldiv %zu %zu\n", sizeof(lldiv_t), _Alignof(lldiv_t));
    printf("Timespec %zu %zu\n", sizeof(struct timespec), _Alignof(struct timespec));
    printf("Timeval %zu %zu\n", sizeof(struct timeval), _Alignof(struct timeval));
    printf("Tm %zu %zu\n", sizeof(struct tm), _Alignof(struct tm));
    printf("Pollfd %zu %zu\n", sizeof(struct pollfd), _Alignof(struct pollfd));
    printf("Stat %zu %zu\n", sizeof(struct stat), _Alignof(struct stat));
    printf("Sigset %zu %zu\n", sizeof(sigset_t), _Alignof(sigset_t));
    printf("Sigaction %zu %zu\n", sizeof(struct sigaction), _Alignof(struct sigaction));
    printf("pthread_t %zu %d\n", sizeof(pthread_t), (pthread_t)-1 < (pthread_t)1);
    printf("PthreadAttr %zu %zu\n", sizeof(pthread_attr_t), _Alignof(pthread_attr_t));
    printf("PthreadMutex %zu %zu\n", sizeof(pthread_mutex_t), _Alignof(pthread_mutex_t));
    printf("PthreadCond %zu %zu\n", sizeof(pthread_cond_t), _Alignof(pthread_cond_t));
}
