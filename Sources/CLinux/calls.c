#define _GNU_SOURCE
#include "CLinux.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/timex.h>
#include <sys/vfs.h>
#include <unistd.h>

int findings_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int findings_open_unnamed(const char *folder) {
  return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

int findings_name(int descriptor, const char *path) {
  char file[32];
  snprintf(file, sizeof file, "/proc/self/fd/%d", descriptor);
  return linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
}

int findings_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}

int findings_punch_hole(int descriptor, long long offset, long long length) {
  return fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, length);
}

long long findings_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (long long)(unsigned int)status.f_type : -1;
}

int findings_clock_is_synchronised(void) {
  struct timex status = {.modes = 0};
  int state = adjtimex(&status);
  return state >= 0 && state != TIME_ERROR && !(status.status & STA_UNSYNC);
}

int findings_forbid_inspection(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
