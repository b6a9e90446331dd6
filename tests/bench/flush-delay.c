/* Makes every flush of a program as slow as an office PC's disk; loaded with LD_PRELOAD, Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void wait_as_told(void) {
  const char *ms = getenv("TOA_SOAN_FLUSH_DELAY_MS");
  if (ms == NULL) return;
  double wanted = atof(ms);
  struct timespec pause = {(time_t)(wanted / 1000), (long)((wanted - 1000 * (long)(wanted / 1000)) * 1e6)};
  nanosleep(&pause, NULL);
}

int fsync(int file) {
  static int (*real)(int);
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_as_told();
  return real(file);
}

int fdatasync(int file) {
  static int (*real)(int);
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_as_told();
  return real(file);
}

/* A write to a file opened with O_DSYNC flushes by itself. */
static void wait_if_durable(int file) {
  int flags = fcntl(file, F_GETFL);
  if (flags != -1 && (flags & O_DSYNC) != 0) wait_as_told();
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (real == NULL) real = (ssize_t(*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
  wait_if_durable(file);
  return real(file, data, size, at);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (real == NULL) real = (ssize_t(*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  wait_if_durable(file);
  return real(file, data, size, at);
}
