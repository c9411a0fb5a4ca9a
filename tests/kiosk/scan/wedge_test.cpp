#include "kiosk/scan/wedge.h"

#include <doctest/doctest.h>

using namespace foyer::kiosk;

namespace {

/// A scanner or a person typing `text`, one character each `gap` milliseconds.
struct Typist {
    ScannerWedge& wedge;
    std::int64_t now = 1000;
    std::u32string typed;
    std::optional<std::string> scanned;

    void take(const ScannerWedge::Output& output) {
        typed += output.typed;
        if (output.scanned) scanned = output.scanned;
    }
    void type(std::u32string_view text, std::int64_t gap) {
        for (char32_t character : text) {
            take(wedge.character(character, now));
            now += gap;
        }
    }
    bool end_key() {
        const auto output = wedge.end_key(now);
        take(output);
        return output.end_key_is_typed;
    }
    void rest(std::int64_t milliseconds) {
        now += milliseconds;
        take(wedge.poll(now));
    }
};

}  // namespace

TEST_CASE("A scanner's burst ended by Enter comes out whole and its Enter goes to nobody") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    scanner.type(U"]Q1XR10123456789", 10);
    CHECK_FALSE(scanner.end_key());
    CHECK(scanner.scanned == "]Q1XR10123456789");
    CHECK(scanner.typed.empty());
    CHECK_FALSE(wedge.next_wake());
}

TEST_CASE("A scanner without an end key is done after 120 ms of silence") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    scanner.type(U"7K3M9QXT4HVRD2W8", 10);
    const std::int64_t last = scanner.now - 10;
    CHECK(wedge.next_wake() == last + 121);
    scanner.take(wedge.poll(last + 120));
    CHECK_FALSE(scanner.scanned);
    scanner.take(wedge.poll(last + 121));
    CHECK(scanner.scanned == "7K3M9QXT4HVRD2W8");
}

TEST_CASE("A scanner that stutters once is still one scan") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    scanner.type(U"7K3M9QXT", 10);
    scanner.now += 80;
    scanner.type(U"4HVRD2W8", 10);
    CHECK_FALSE(scanner.end_key());
    CHECK(scanner.scanned == "7K3M9QXT4HVRD2W8");
}

TEST_CASE("What a person types comes out as typed, and so does their Enter") {
    ScannerWedge wedge;
    Typist person{wedge};
    person.type(U"7K3M9QXT4HVRD2W8", 60);
    CHECK(person.typed == U"7K3M9QXT4HVRD2W");
    person.rest(0);
    CHECK(person.typed == U"7K3M9QXT4HVRD2W8");
    CHECK(person.end_key());
    CHECK_FALSE(person.scanned);
}

TEST_CASE("A single key press is handed on after 35 ms and not before") {
    ScannerWedge wedge;
    CHECK(wedge.character(U'a', 500).typed.empty());
    CHECK(wedge.next_wake() == 536);
    CHECK(wedge.poll(535).typed.empty());
    CHECK(wedge.poll(536).typed == U"a");
    CHECK_FALSE(wedge.next_wake());
}

TEST_CASE("A few quick characters and Enter are a person") {
    ScannerWedge wedge;
    Typist person{wedge};
    person.type(U"12345", 20);
    CHECK(person.end_key());
    CHECK(person.typed == U"12345");
    CHECK_FALSE(person.scanned);
}

TEST_CASE("A key held down repeats on the screen and is never a scan") {
    ScannerWedge wedge;
    Typist person{wedge};
    person.type(U"00000000000000000000", 33);
    CHECK(person.typed.size() >= 12);
    CHECK(person.end_key());
    CHECK(person.typed == U"00000000000000000000");
    CHECK_FALSE(person.scanned);
}

TEST_CASE("A code that begins with the same digit six times is still a scan") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    scanner.type(U"0000000K3M9QXT4H", 10);
    CHECK_FALSE(scanner.end_key());
    CHECK(scanner.scanned == "0000000K3M9QXT4H");
}

TEST_CASE("A person typing just before a scan loses nothing") {
    ScannerWedge wedge;
    Typist both{wedge};
    both.type(U"ab", 200);
    both.type(U"7K3M9QXT", 10);
    CHECK_FALSE(both.end_key());
    CHECK(both.typed == U"ab");
    CHECK(both.scanned == "7K3M9QXT");
}

TEST_CASE("A scanner gone mad fills no memory") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    for (int i = 0; i < 1000; ++i)
        scanner.type(U"0123456789", 1);
    scanner.end_key();
    REQUIRE(scanner.scanned);
    CHECK(scanner.scanned->size() == 512);
}

TEST_CASE("Characters beyond ASCII survive a scan") {
    ScannerWedge wedge;
    Typist scanner{wedge};
    scanner.type(U"\u680Ab\u00E9\U00020BB7cde", 5);
    scanner.end_key();
    CHECK(scanner.scanned ==
          "\xE6\xA0\x8A"
          "b\xC3\xA9\xF0\xA0\xAE\xB7"
          "cde");
}

TEST_CASE("Enter with nothing before it is a person's") {
    ScannerWedge wedge;
    CHECK(wedge.end_key(5).end_key_is_typed);
}
