#include "tests/simulation/memory.h"

#include <malloc.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>
#include <utility>

namespace foyer::simulation {
namespace {

constexpr unsigned grain = 32;
constexpr unsigned largest_listed = 64 * grain;
constexpr std::size_t slab_size = 1u << 20;
constexpr int a_gibibyte = 1 << 30;

/// Before every piece. Keeps what follows aligned for anything.
struct alignas(16) Head {
    unsigned size;
};

struct FreePiece {
    FreePiece* next;
};

std::array<FreePiece*, largest_listed / grain + 1> free_pieces{};
char *slab = nullptr, *slab_end = nullptr;

Head& head_of(void* piece) {
    return static_cast<Head*>(piece)[-1];
}

void* piece_of(void* memory, unsigned size) {
    if (!memory) return nullptr;
    auto* head = static_cast<Head*>(memory);
    head->size = size;
    return head + 1;
}

void* cut_from_slab(unsigned size) {
    const std::size_t needed = sizeof(Head) + size;
    if (std::size_t(slab_end - slab) < needed) {
        slab = static_cast<char*>(std::malloc(slab_size));
        slab_end = slab ? slab + slab_size : nullptr;
        if (!slab) return nullptr;
    }
    return std::exchange(slab, slab + needed);
}

void* take(int wanted) {
    const unsigned size = (unsigned(wanted) + grain - 1) / grain * grain;
    if (size > largest_listed) return piece_of(std::malloc(sizeof(Head) + size), size);
    FreePiece*& first = free_pieces[size / grain];
    if (!first) return piece_of(cut_from_slab(size), size);
    return std::exchange(first, first->next);
}

void give_back(void* piece) {
    Head& head = head_of(piece);
    if (head.size > largest_listed) return std::free(&head);
    FreePiece*& first = free_pieces[head.size / grain];
    first = new (piece) FreePiece{first};
}

int size_of(void* piece) {
    return piece ? int(head_of(piece).size) : 0;
}

void* enlarge(void* piece, int wanted) {
    const int size = size_of(piece);
    if (size >= wanted) return piece;
    void* larger = take(wanted);
    if (!larger) return nullptr;
    std::memcpy(larger, piece, std::size_t(size));
    give_back(piece);
    return larger;
}

int round_up(int wanted) {
    return (wanted + 7) & ~7;
}

int begin(void*) {
    return SQLITE_OK;
}

void end(void*) {}

}  // namespace

void keep_memory() {
    mallopt(M_MMAP_THRESHOLD, a_gibibyte);
    mallopt(M_TRIM_THRESHOLD, a_gibibyte);
    mallopt(M_TOP_PAD, int(64 * slab_size));
    mallopt(M_MXFAST, 0);
    static const sqlite3_mem_methods methods = {take,     give_back, enlarge, size_of,
                                                round_up, begin,     end,     nullptr};
    const bool taken = sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) == SQLITE_OK &&
                       sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK &&
                       sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
    if (!taken) throw std::logic_error("SQLite has been used before its memory was settled");
}

}  // namespace foyer::simulation
