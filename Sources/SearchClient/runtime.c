// What Embedded Swift expects of a C library, for WebAssembly without one: memory, and little else.
//
// Blocks have one of a few lengths, four to each doubling, and every length has a list of its free blocks. A block
// that no list has is cut from the end of the memory, which grows. Nothing is given back to the browser, but
// everything is used again: the memory is as large as the most that was in use of each length.

#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name)))

enum { PAGE = 65536, UNIT = 16, OUT_OF_MEMORY = 12 };

// Stands before each block. Blocks begin 8 bytes before a multiple of 16, so that what they hold is aligned.
typedef struct {
  uint32_t length_class;
  // One more than the bytes that were asked for; 0 in a free block.
  uint32_t size;
} Header;

typedef struct Free {
  struct Free *next;
} Free;

static Free *free_blocks[112];
static uintptr_t end_of_blocks;

// Set by the linker.
extern char __heap_base;

// The class of a length of so many units. From four units on, the classes of a doubling are a quarter of it apart.
static uint32_t length_class(uint32_t units) {
  if (units < 4) return units;
  uint32_t shift = 29 - __builtin_clz(units);
  uint32_t quarters = (units + (1u << shift) - 1) >> shift;
  return 4 * shift + quarters;
}

static uint32_t length_of_class(uint32_t class) {
  if (class < 8) return class;
  uint32_t shift = class / 4 - 1;
  return (class - 4 * shift) << shift;
}

// A new block at the end; nil if the memory cannot grow any more.
static Header *cut(uint32_t length) {
  if (end_of_blocks == 0) end_of_blocks = ((uintptr_t)&__heap_base + UNIT - 1) / UNIT * UNIT + sizeof(Header);
  uintptr_t limit = __builtin_wasm_memory_size(0) * PAGE;
  uint64_t end = (uint64_t)end_of_blocks + length;
  if (end > limit) {
    uint32_t pages = (uint32_t)((end - limit + PAGE - 1) / PAGE);
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return NULL;
  }
  Header *header = (Header *)end_of_blocks;
  end_of_blocks += length;
  return header;
}

void *malloc(size_t size) {
  if (size > INT32_MAX) return NULL;
  uint32_t class = length_class((uint32_t)((size + sizeof(Header) + UNIT - 1) / UNIT));
  Header *header;
  if (free_blocks[class]) {
    header = (Header *)free_blocks[class] - 1;
    free_blocks[class] = free_blocks[class]->next;
  } else {
    header = cut(length_of_class(class) * UNIT);
    if (!header) return NULL;
    header->length_class = class;
  }
  header->size = (uint32_t)size + 1;
  return header + 1;
}

void free(void *memory) {
  if (!memory) return;
  Header *header = (Header *)memory - 1;
  if (header->size == 0) __builtin_trap();
  header->size = 0;
  Free *block = memory;
  block->next = free_blocks[header->length_class];
  free_blocks[header->length_class] = block;
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment > UNIT) __builtin_trap();
  *memory = malloc(size);
  return *memory ? 0 : OUT_OF_MEMORY;
}

// MARK: For the page

// Memory for the bytes of a question.
EXPORT(allocate) void *allocate(size_t size) {
  void *memory = malloc(size);
  if (!memory) __builtin_trap();
  return memory;
}

// Gives memory back, of the page or of a reply, with the size that it has.
EXPORT(release) void release(void *memory, size_t size) {
  if (((Header *)memory - 1)->size != size + 1) __builtin_trap();
  free(memory);
}

// MARK: For the compiler

// Each of these is one instruction.
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

int memcmp(const void *one, const void *other, size_t count) {
  const unsigned char *a = one, *b = other;
  for (size_t index = 0; index < count; index++) {
    if (a[index] != b[index]) return a[index] - b[index];
  }
  return 0;
}

// Seeds of hash tables: always the same, so that no answer can depend on chance.
void arc4random_buf(void *to, size_t count) { __builtin_memset(to, 0x5A, count); }
