/* The few system calls that Swift's Glibc module lacks. */
#pragma once

/* Exchanges two paths in one atomic step (renameat2 with RENAME_EXCHANGE). 0, or -1 with errno. */
int findings_exchange(const char *one, const char *other);

/* Opens a file without a name in a folder, for this user alone, to write (O_TMPFILE). Its descriptor, or -1 with errno. */
int findings_open_unnamed(const char *folder);

/* Gives such a file a name that nothing has (linkat). 0, or -1 with errno. */
int findings_name(int descriptor, const char *path);

/* Waits until everything written to the file system of an open file is on the disk (syncfs). 0, or -1 with errno. */
int findings_sync_file_system(int descriptor);

/* Makes bytes of a file zeros that take no room (fallocate with FALLOC_FL_PUNCH_HOLE). 0, or -1 with errno. */
int findings_punch_hole(int descriptor, long long offset, long long length);

/* The type of the file system of a path (statfs), not negative; -1 with errno. */
long long findings_file_system_type(const char *path);

/* Whether the kernel says that the clock follows a better one (adjtimex): 1 or 0. */
int findings_clock_is_synchronised(void);

/* Keeps other processes of the same user from reading the memory of this one (prctl). 0, or -1 with errno. */
int findings_forbid_inspection(void);
