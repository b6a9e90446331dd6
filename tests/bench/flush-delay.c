/* Makes every flush of a program as slow as an office PC's disk; loaded with LD_PRELOAD, Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

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
