#include <doctest/doctest.h>

#include <functional>

#include "kiosk/input/text_editor.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

/// A composer of three syllables, for what the editor does with any.
Composed answer_to(const ComposeQuery& query) {
    Composed answer;
    answer.shown = query.keys;
    if (query.keys.starts_with("zhangwei"))
        answer = {"zhang wei", {{"张伟", 8}, {"章伟", 8}, {"张", 5}}};
    else if (query.keys.starts_with("zhang"))
        answer.candidates = {{"张", 5}, {"章", 5}};
    else if (query.keys.starts_with("wei"))
        answer.candidates = {{"伟", 3}, {"薇", 3}};
    return answer;
}

void answer(TextEditor& editor) {
    while (const auto question = editor.compose_question())
        editor.composed(question->number, answer_to(question->query));
}

void type(TextEditor& editor, std::string_view keys) {
    for (const char key : keys)
        key == ' ' ? editor.space() : editor.press(char32_t(key));
}

TextEditor pinyin(std::string_view text = {}) {
    TextEditor editor(TextKind::name, 40, text);
    editor.choose_method(TypingMethod::pinyin);
    return editor;
}

TextEditor handwriting(std::string_view text = {}) {
    TextEditor editor(TextKind::name, 40, text);
    editor.choose_method(TypingMethod::handwriting);
    return editor;
}

void recognise(TextEditor& editor, std::vector<std::string> characters) {
    const auto question = editor.ink_question();
    REQUIRE(question);
    editor.recognised(question->number, std::move(characters));
}

}  // namespace

TEST_CASE("letters of Pinyin are composed and a candidate takes their place") {
    TextEditor editor = pinyin();
    type(editor, "zhangwei");
    CHECK(editor.composing());
    CHECK(editor.text().empty());
    answer(editor);
    CHECK(editor.composing_shown() == "zhang wei");
    editor.choose(0);
    CHECK(editor.text() == "张伟");
    CHECK_FALSE(editor.composing());
}

TEST_CASE("a candidate of one syllable leaves the others to be composed, with what stands before") {
    TextEditor editor = pinyin();
    type(editor, "zhangwei");
    answer(editor);
    editor.choose(2);
    CHECK(editor.text() == "张");
    const auto question = editor.compose_question();
    REQUIRE(question);
    CHECK(question->query.keys == "wei");
    CHECK(question->query.before == "张");
    CHECK(question->query.name);
    editor.composed(question->number, answer_to(question->query));
    editor.space();
    CHECK(editor.text() == "张伟");
}

TEST_CASE("keys typed before the composer has answered are neither lost nor taken out of turn") {
    TextEditor editor = pinyin();
    type(editor, "zhang wei ");
    CHECK(editor.choice_waits());
    answer(editor);
    CHECK(editor.text() == "张伟");
    CHECK_FALSE(editor.composing());
}

TEST_CASE("an answer older than the latest question is dropped") {
    TextEditor editor = pinyin();
    type(editor, "zhang");
    const auto old = editor.compose_question();
    type(editor, "wei");
    const auto latest = editor.compose_question();
    REQUIRE(latest);
    editor.composed(old->number, answer_to(old->query));
    CHECK(editor.candidates().empty());
    editor.composed(latest->number, answer_to(latest->query));
    CHECK(editor.candidates().size() == 3);
    editor.composed(old->number, answer_to(old->query));
    CHECK(editor.candidates().size() == 3);
}

TEST_CASE("a candidate touched while a newer key is on its way uses up its own letters only") {
    TextEditor editor = pinyin();
    type(editor, "zhang");
    answer(editor);
    type(editor, "wei");
    editor.choose(0);
    CHECK(editor.text() == "张");
    answer(editor);
    CHECK(editor.candidates().front().text == "伟");
}

TEST_CASE("all candidates of the letters at hand are asked for once, and fewer again after a key") {
    TextEditor editor = pinyin();
    type(editor, "wei");
    const auto few = editor.compose_question();
    editor.composed(few->number, answer_to(few->query));
    editor.ask_for_more();
    const auto all = editor.compose_question();
    REQUIRE(all);
    CHECK(all->query.limit > 4 * few->query.limit);
    editor.composed(all->number, answer_to(all->query));
    editor.ask_for_more();
    CHECK_FALSE(editor.compose_question());
    type(editor, "w");
    CHECK(editor.compose_question()->query.limit == few->query.limit);
}

TEST_CASE("letters nobody can compose are offered as they are") {
    TextEditor editor = pinyin();
    type(editor, "xqz");
    answer(editor);
    REQUIRE(editor.candidates().size() == 1);
    editor.space();
    CHECK(editor.text() == "xqz");
    type(editor, "zhang");
    const auto question = editor.compose_question();
    editor.compose_failed(question->number);
    CHECK(editor.candidates().front().text == "zhang");
}

TEST_CASE("handing in while something is composed takes the first candidates and is said") {
    TextEditor editor = pinyin();
    CHECK_FALSE(editor.finish());
    type(editor, "zhangwei");
    answer(editor);
    CHECK(editor.finish());
    CHECK(editor.text() == "张伟");
    CHECK_FALSE(editor.finish());
    type(editor, "zhang");
    CHECK(editor.finish());
    answer(editor);
    CHECK(editor.text() == "张伟张");
}

TEST_CASE("the caret can be put anywhere and text goes in there") {
    TextEditor editor = pinyin("王明");
    editor.place_caret(1);
    editor.insert("小");
    CHECK(editor.text() == "王小明");
    CHECK(editor.caret() == 2);
    editor.erase();
    CHECK(editor.text() == "王明");
    editor.place_caret(99);
    CHECK(editor.caret() == 2);
    editor.place_caret(0);
    editor.erase();
    CHECK(editor.text() == "王明");
}

TEST_CASE("what was cleared can be put back until something else is written") {
    TextEditor editor = pinyin("欧阳娜娜");
    editor.clear();
    CHECK(editor.text().empty());
    REQUIRE(editor.can_put_back());
    editor.put_back();
    CHECK(editor.text() == "欧阳娜娜");
    CHECK_FALSE(editor.can_put_back());
    editor.clear();
    editor.insert("林");
    CHECK_FALSE(editor.can_put_back());
}

TEST_CASE("erasing takes letters first, then characters, also beyond the BMP") {
    TextEditor editor = pinyin("𬱖");
    type(editor, "wei");
    editor.erase();
    CHECK(editor.composing_shown() == "we");
    editor.erase();
    editor.erase();
    CHECK_FALSE(editor.composing());
    CHECK(editor.text() == "𬱖");
    editor.erase();
    CHECK(editor.text().empty());
}

TEST_CASE("a keyboard's digit chooses a candidate, its capital and its Hanzi are text") {
    TextEditor editor = pinyin();
    type(editor, "zhang");
    answer(editor);
    editor.press(U'2');
    CHECK(editor.text() == "章");
    editor.press(U'A');
    editor.press(U'𬱖');
    CHECK(editor.text() == "章A𬱖");
    type(editor, "wei");
    answer(editor);
    editor.press(U'·');
    CHECK(editor.text() == "章A𬱖伟·");
}

TEST_CASE("text has a longest length in characters") {
    TextEditor editor(TextKind::words, 3);
    editor.insert("一二三四");
    CHECK(editor.text() == "一二三");
    editor.press(U'x');
    CHECK(editor.text() == "一二三");
}

TEST_CASE("control characters of a scanner or a paste do not get in") {
    TextEditor editor(TextKind::words, 40);
    editor.insert("B12\r\n\tC");
    CHECK(editor.text() == "B12C");
}

TEST_CASE("a written character is chosen, or taken for the time being by writing on") {
    TextEditor editor = handwriting();
    editor.begin_stroke({0, 0});
    editor.extend_stroke({10, 0});
    recognise(editor, {"一", "二"});
    editor.choose(1);
    CHECK(editor.text() == "二");
    CHECK(editor.ink().empty());
    editor.begin_stroke({0, 0});
    recognise(editor, {"三", "王"});
    editor.next_character();
    CHECK(editor.text() == "二三");
    CHECK(editor.provisional());
    // Another candidate still takes its place …
    editor.choose(1);
    CHECK(editor.text() == "二王");
    editor.begin_stroke({0, 0});
    recognise(editor, {"三", "王"});
    editor.next_character();
    // … until the next stroke.
    editor.begin_stroke({0, 0});
    CHECK_FALSE(editor.provisional());
    CHECK(editor.candidates().empty());
}

TEST_CASE("strokes of the next character that come before the answer wait for it") {
    TextEditor editor = handwriting();
    editor.begin_stroke({0, 0});
    const auto question = editor.ink_question();
    editor.next_character();
    editor.begin_stroke({5, 5});
    editor.extend_stroke({6, 6});
    CHECK(editor.ink().size() == 1);
    editor.recognised(question->number, {"一"});
    CHECK(editor.text() == "一");
    REQUIRE(editor.ink().size() == 1);
    CHECK(editor.ink().front().size() == 2);
    recognise(editor, {"丶"});
    CHECK(editor.candidates().front().text == "丶");
}

TEST_CASE("an answer to ink that was wiped away is dropped; a stroke can be taken back") {
    TextEditor editor = handwriting();
    editor.begin_stroke({0, 0});
    const auto question = editor.ink_question();
    editor.clear_ink();
    editor.recognised(question->number, {"一"});
    CHECK(editor.candidates().empty());
    editor.begin_stroke({0, 0});
    editor.begin_stroke({1, 1});
    editor.undo_stroke();
    CHECK(editor.ink().size() == 1);
    editor.undo_stroke();
    CHECK(editor.ink().empty());
    CHECK_FALSE(editor.ink_question());
}

TEST_CASE("ink nobody can read stays, and another key wipes it away") {
    TextEditor editor = handwriting();
    editor.begin_stroke({0, 0});
    recognise(editor, {});
    editor.next_character();
    CHECK(editor.ink().size() == 1);
    editor.press(U'林');
    CHECK(editor.text() == "林");
    CHECK(editor.ink().empty());
}

TEST_CASE("another tab gives up what is composed and keeps what is written") {
    TextEditor editor = pinyin("张");
    type(editor, "wei");
    const auto question = editor.compose_question();
    editor.choose_method(TypingMethod::latin);
    CHECK_FALSE(editor.composing());
    editor.composed(question->number, answer_to(question->query));
    CHECK(editor.candidates().empty());
    CHECK(editor.text() == "张");
}

TEST_CASE("each language begins with its usual tab, and with the visitor's own if it has it") {
    CHECK(first_method(Locale::zh_hans, {}) == TypingMethod::pinyin);
    CHECK(first_method(Locale::zh_hant, {}) == TypingMethod::handwriting);
    CHECK(first_method(Locale::en, {}) == TypingMethod::latin);
    CHECK(first_method(Locale::en, TypingMethod::pinyin) == TypingMethod::pinyin);
    CHECK(first_method(Locale::en, TypingMethod::zhuyin) == TypingMethod::latin);
}
