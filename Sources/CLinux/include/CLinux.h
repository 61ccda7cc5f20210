/* The few system calls that Swift's Glibc module lacks. */
#pragma once

/* Exchanges two paths in one atomic step (renameat2 with RENAME_EXCHANGE). 0, or -1 with errno. */
int findings_exchange(const char *one, const char *other);
