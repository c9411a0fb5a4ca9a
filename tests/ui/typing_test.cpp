#include <doctest/doctest.h>

#include "shared/text/characters.h"
#include "tests/ui/hand.h"

using namespace foyer;
using foyer::test::Drawing;
using foyer::test::Hand;
using foyer::test::ProgramFixture;

namespace {

/// Lets `write` write on the name page of a first visitor; what is on record afterwards.
std::string stored(Locale locale, const std::function<void(ProgramFixture&, Hand&)>& write,
                   int width = 1080, int height = 1920) {
    ProgramFixture fixture;
    fixture.options.defaults.locale = locale;
    fixture.start(width, height);
    fixture.reach_name("13988887777");
    Hand hand(fixture);
    write(fixture, hand);
    fixture.finish_check_in();
    CHECK(fixture.program->navigator().top()->name() == "checkin.ticket");
    fixture.program.reset();
    Store store(fixture.options.home / "store.db");
    return store.database().execAndGet("SELECT name FROM customer").getString();
}

// As people write them: the order of the strokes does not matter, their places do.
const Drawing vehicle = {{{20, 12}, {80, 12}}, {{24, 28}, {24, 66}}, {{24, 28}, {76, 28}, {76, 66}},
                         {{24, 46}, {76, 46}}, {{24, 64}, {76, 64}}, {{6, 80}, {94, 80}},
                         {{50, 2}, {50, 98}}};  // 車
const Drawing large = {{{10, 35}, {90, 35}},
                       {{50, 5}, {48, 40}, {30, 75}, {10, 95}},
                       {{50, 40}, {65, 70}, {92, 95}}};  // 大
const Drawing middle = {{{18, 25}, {18, 62}},
                        {{18, 25}, {82, 25}, {82, 62}},
                        {{18, 58}, {82, 58}},
                        {{50, 3}, {50, 97}}};  // 中

}  // namespace

TEST_CASE("张伟 is typed by Pinyin, as a whole and character by character") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture&, Hand& hand) {
              hand.keys("zhangwei");
              hand.choose("张伟");
          }) == "张伟");
    CHECK(stored(
              Locale::zh_hans,
              [](ProgramFixture&, Hand& hand) {
                  hand.keys("zhang");
                  hand.choose("张");
                  hand.keys("wei");
                  hand.choose("伟");
              },
              1280, 800) == "张伟");
}

TEST_CASE("欧阳娜娜 is typed by Pinyin with a compound surname") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture&, Hand& hand) {
              hand.keys("ouyang");
              hand.choose("欧阳");
              hand.keys("nana");
              hand.choose("娜娜");
          }) == "欧阳娜娜");
}

TEST_CASE("a Traditional name is written by hand, the last character handed in as it stands") {
    CHECK(stored(Locale::zh_hant, [](ProgramFixture& fixture, Hand& hand) {
              hand.draw(vehicle);
              hand.choose("車");
              hand.draw(large);
              hand.choose("大");
              hand.draw(middle);
              fixture.driver->wait_until("the character",
                                         [&] { return hand.sees("candidate.中"); });
              hand.choose("中");
          }) == "車大中");
}

TEST_CASE("a pause after a character takes it for the time being, and another replaces it") {
    CHECK(stored(
              Locale::zh_hant,
              [](ProgramFixture& fixture, Hand& hand) {
                  hand.draw(large);
                  fixture.driver->wait_until("candidates",
                                             [&] { return hand.sees("candidate.0"); });
                  fixture.driver->wait(1600);
                  hand.choose("大");
              },
              1280, 800) == "大");
}

TEST_CASE("with two boxes, writing in the other one takes the character in the first") {
    CHECK(stored(
              Locale::zh_hant,
              [](ProgramFixture& fixture, Hand& hand) {
                  hand.draw(vehicle, 0);
                  hand.draw(large, 1);
                  hand.draw(middle, 0);
                  fixture.driver->wait_until("the character",
                                             [&] { return hand.sees("candidate.中"); });
                  hand.choose("中");
              },
              1280, 800) == "車大中");
}

TEST_CASE("rare characters of names can be typed and are stored whole, also beyond the BMP") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture&, Hand& hand) {
              hand.keys("lin");
              hand.choose("林");
              hand.keys("di");
              hand.choose("𬱖");
          }) == "林𬱖");
    CHECK(stored(Locale::zh_hans, [](ProgramFixture&, Hand& hand) {
              hand.keys("liu");
              hand.choose("刘");
              hand.keys("yan");
              hand.choose("䶮");
          }) == "刘䶮");
}

TEST_CASE("a Traditional name is typed by Zhuyin") {
    CHECK(stored(Locale::zh_hant, [](ProgramFixture&, Hand& hand) {
              hand.tab("zhuyin");
              hand.keys("ㄔㄣˊ");
              hand.choose("陳");
              hand.keys("ㄇㄟˇ");
              hand.choose("美");
          }) == "陳美");
}

TEST_CASE("a character is found by the order of its strokes") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture&, Hand& hand) {
              hand.tab("strokes");
              hand.keys("hspn");
              hand.choose("木");
          }) == "木");
}

TEST_CASE("Mary O'Brien is typed by ABC, with capitals where a name has them") {
    CHECK(stored(Locale::en, [](ProgramFixture&, Hand& hand) {
              hand.keys("mary");
              hand.touch("keys.space");
              hand.keys("o");
              hand.touch("keys.foot");
              hand.keys("brien");
          }) == "Mary O'Brien");
}

TEST_CASE("digits, a keyboard and a scanner write into the same field") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture& fixture, Hand& hand) {
              hand.tab("latin");
              fixture.driver->type("Lin");
              hand.tab("digits");
              hand.keys("208");
              hand.tab("pinyin");
              fixture.driver->type("wei");
              hand.choose("伟");
          }) == "Lin208伟");
}

TEST_CASE("what is still being composed is shown before it is handed in") {
    CHECK(stored(Locale::zh_hans, [](ProgramFixture& fixture, Hand& hand) {
              hand.keys("zhangwei");
              fixture.driver->touch("action.main");
              fixture.driver->expect_page("checkin.name");
          }) == "张伟");
}

TEST_CASE("a cleared name can be put back, and the caret goes where a finger touches") {
    CHECK(stored(Locale::en, [](ProgramFixture&, Hand& hand) {
              hand.keys("mei");
              hand.touch("field.clear");
              hand.touch("field.put-back");
          }) == "Mei");
}

TEST_CASE("the next visitor begins with the language's tab and an empty field") {
    ProgramFixture fixture;
    fixture.start();
    fixture.reach_name("13988887777");
    Hand hand(fixture);
    hand.tab("latin");
    hand.keys("abc");
    fixture.driver->touch("action.exit");
    fixture.reach_name("13988880000");
    CHECK(hand.sees("keys.left"));
    CHECK_FALSE(hand.sees("keys.shift"));
    CHECK_FALSE(hand.sees("field.clear"));
}

TEST_CASE("the referrer's friend is named in the same editor") {
    ProgramFixture fixture;
    fixture.options.defaults.locale = Locale::en;
    fixture.start();
    fixture.driver->touch("attract.start");
    fixture.driver->touch("home.check_in");
    fixture.driver->touch("checkin.phone.number.prefix");
    fixture.driver->touch_keys("regions.keys", "BRAZ");
    fixture.driver->touch("regions.BR");
    fixture.driver->touch_keys("checkin.phone.pad", "11987654321");
    for (const ConsentPurpose& purpose : fixture.program->pack().registration.consents) {
        if (purpose.required) fixture.driver->touch("checkin.consent." + purpose.id);
    }
    fixture.driver->touch("action.main");
    fixture.driver->expect_page("checkin.name");
}

TEST_CASE("every character of rare names has a glyph") {
    ProgramFixture fixture;
    fixture.start();
    const std::string_view rare =
        "䶮㛃喆堃翀婧燚彧犇𬱖昇彣珺烜晧晗玥璟玮琎珩瑀琛璠珏玙瑄琰璇"
        "珣"
        "瑗璐璎瑾璞瓒垚堉堯墉壎夼妤妘姈姮娸婞婳嫄嫚孖孜宬尧屾岢崟崧嵘"
        "巍帏帔庥弢彤徕忞怡恺惇愔懋戬扆晁晛晞晟晢晳暄暐曈曌朤杋枥栩桁"
        "桢梣梽棪椤楙楠榑槿樾檀櫆毓氤沄沅沚泠洢洺浛涵淏淼湉滢漪潆澍濬"
        "灏炅炘炜烨焓焜煊煜熙熠燊爔爻牧猷𫖮𬀩𬍛𬘭𬭎𬘡𬤇𬇙𬙂𬞟"
        "𬬭"
        // In no font of Noto.
        "𣇏𡝠𣈶𣋢𤥭𪻐";
    for (const kiosk::Face face : {kiosk::Face::sans, kiosk::Face::bold}) {
        for (const Locale locale : {Locale::zh_hans, Locale::zh_hant}) {
            ImFont* font = fixture.program->shell().look().theme().fonts.get(face, locale);
            for (const char32_t c : characters_of(rare)) {
                CHECK_MESSAGE(font->IsGlyphInFont(ImWchar(c)), utf8_of(c));
            }
        }
    }
}
