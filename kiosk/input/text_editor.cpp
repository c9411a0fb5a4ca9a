#include "kiosk/input/text_editor.h"

#include <algorithm>
#include <utility>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

/// More letters than the longest name spelt out.
constexpr std::size_t most_keys = 120;
/// Readings with the most characters have fewer.
constexpr std::size_t all_candidates = 800;
/// Bounds what is kept while an engine is being opened.
constexpr std::size_t most_actions = 4000;

bool is_bopomofo(char32_t c) {
    return (c >= U'\u3105' && c <= U'\u312F') || (c >= U'\u31A0' && c <= U'\u31BF');
}

bool is_tone(char32_t c) {
    return std::u32string_view(U"ˊˇˋ˙ˉ").find(c) != std::u32string_view::npos;
}

ComposeScheme scheme_of(TypingMethod method) {
    if (method == TypingMethod::zhuyin) return ComposeScheme::zhuyin;
    if (method == TypingMethod::stroke_order) return ComposeScheme::stroke_order;
    return ComposeScheme::pinyin;
}

}  // namespace

TextEditor::TextEditor(TextKind kind, std::size_t longest, std::string_view text)
    : kind_(kind), longest_(longest), text_(characters_of(text)), caret_(text_.size()) {}

std::string TextEditor::text() const {
    return utf8_of(text_);
}
std::string TextEditor::before() const {
    return utf8_of(std::u32string_view(text_).substr(0, caret_));
}
std::string TextEditor::after() const {
    return utf8_of(std::u32string_view(text_).substr(caret_));
}

void TextEditor::set_text(std::string_view utf8) {
    forget_composition();
    clear_ink();
    later_.clear();
    text_ = characters_of(utf8);
    caret_ = text_.size();
    edited();
}

void TextEditor::place_caret(std::size_t character) {
    if (composing()) finish();
    if (kept_for_later([this, character] { place_caret(character); })) return;
    if (provisional_) {
        provisional_ = false;
        candidates_.clear();
    }
    caret_ = std::min(character, text_.size());
}

void TextEditor::choose_method(TypingMethod method) {
    if (method == method_) return;
    // Whoever goes to another tab did not find the character here.
    forget_composition();
    clear_ink();
    later_.clear();
    method_ = method;
}

void TextEditor::set_script(Script script) {
    if (script == script_) return;
    script_ = script;
    if (composing()) ask_anew();
    if (!ink_.empty()) ++drawing_;
}

void TextEditor::edited() {
    ++version_;
    cleared_.reset();
}

bool TextEditor::kept_for_later(Action action) {
    if (!choice_waits_ && !character_waits_) return false;
    if (later_.size() < most_actions) later_.push_back(std::move(action));
    return true;
}

void TextEditor::carry_out_later() {
    while (!later_.empty() && !choice_waits_ && !character_waits_) {
        const Action action = std::move(later_.front());
        later_.pop_front();
        action();
    }
}

bool TextEditor::is_key(char32_t c) const {
    switch (method_) {
        case TypingMethod::pinyin:
            return (c >= U'a' && c <= U'z') || (c == U'\'' && composing());
        case TypingMethod::zhuyin:
            return is_bopomofo(c) || (is_tone(c) && composing());
        case TypingMethod::stroke_order:
            return std::u32string_view(U"hspnz").find(c) != std::u32string_view::npos;
        case TypingMethod::handwriting:
        case TypingMethod::latin:
        case TypingMethod::digits:
            break;
    }
    return false;
}

void TextEditor::press(char32_t character) {
    if (kept_for_later([this, character] { press(character); })) return;
    if (is_key(character)) {
        if (keys_.size() >= most_keys || text_.size() >= longest_) return;
        keys_ += utf8_of(character);
        more_ = false;
        ask_anew();
        return;
    }
    // On a keyboard candidates are chosen by their number.
    if (composing() && character >= U'1' && character <= U'9') {
        if (answered()) choose(character - U'1');
        return;
    }
    if (character == U' ') return space();
    if (character < U' ' || character == 0x7F) return;
    if (finish()) return press(character);
    write({&character, 1});
}

void TextEditor::insert(std::string_view utf8) {
    if (kept_for_later([this, kept = std::string(utf8)] { insert(kept); })) return;
    if (finish()) return insert(utf8);
    std::u32string characters;
    for (const char32_t c : characters_of(utf8))
        if (c >= U' ' && c != 0x7F) characters += c;
    write(characters);
}

void TextEditor::write(std::u32string_view characters) {
    provisional_ = false;
    const std::size_t room = longest_ - std::min(longest_, text_.size());
    characters = characters.substr(0, room);
    if (characters.empty()) return;
    text_.insert(caret_, characters);
    caret_ += characters.size();
    edited();
}

void TextEditor::space() {
    if (kept_for_later([this] { space(); })) return;
    if (composing()) {
        use_first();
    } else if (!ink_.empty()) {
        next_character();
    } else {
        write(U" ");
    }
}

void TextEditor::erase() {
    if (kept_for_later([this] { erase(); })) return;
    if (composing()) {
        drop_last_character(keys_);
        keys_.empty() ? forget_composition() : ask_anew();
        return;
    }
    if (!ink_.empty()) return clear_ink();
    if (provisional_) candidates_.clear();
    provisional_ = false;
    if (caret_ == 0) return;
    text_.erase(--caret_, 1);
    edited();
}

void TextEditor::clear() {
    if (kept_for_later([this] { clear(); })) return;
    forget_composition();
    clear_ink();
    if (text_.empty()) return;
    Cleared kept{std::move(text_), caret_};
    text_.clear();
    caret_ = 0;
    edited();
    cleared_ = std::move(kept);
}

void TextEditor::put_back() {
    if (!cleared_ || kept_for_later([this] { put_back(); })) return;
    text_ = std::move(cleared_->text);
    caret_ = cleared_->caret;
    edited();
}

// Composing

std::string TextEditor::composing_shown() const {
    if (shown_.empty() || !keys_.starts_with(answered_keys_)) return keys_;
    // Letters typed since the answer stand behind it unparted.
    return shown_ + keys_.substr(answered_keys_.size());
}

void TextEditor::ask_anew() {
    ++question_;
}

void TextEditor::forget_composition() {
    keys_.clear();
    shown_.clear();
    answered_keys_.clear();
    candidates_.clear();
    choice_waits_ = finishing_ = more_ = false;
    // Answers on their way are to nobody's question.
    answered_ = given_ = ++question_;
}

std::optional<TextEditor::ComposeQuestion> TextEditor::compose_question() {
    if (!composing() || given_ == question_) return std::nullopt;
    given_ = question_;
    given_keys_ = keys_;
    ComposeQuestion question{given_, {}};
    question.query.scheme = scheme_of(method_);
    question.query.script = script_;
    question.query.name = kind_ == TextKind::name;
    question.query.before = before();
    question.query.keys = keys_;
    if (more_) question.query.limit = all_candidates;
    return question;
}

void TextEditor::ask_for_more() {
    if (!composing() || more_) return;
    more_ = true;
    ask_anew();
}

void TextEditor::composed(std::uint64_t number, Composed answer) {
    if (number != given_ || !composing()) return;
    answered_ = number;
    answered_keys_ = given_keys_;
    shown_ = std::move(answer.shown);
    candidates_ = std::move(answer.candidates);
    offer_letters();
    if (!answered() || !choice_waits_) return;
    choice_waits_ = false;
    use_first();
    carry_out_later();
}

void TextEditor::compose_failed(std::uint64_t number) {
    composed(number, {});
}

void TextEditor::offer_letters() {
    std::erase_if(candidates_, [](const Candidate& one) { return one.keys == 0; });
    if (candidates_.empty()) candidates_.push_back({answered_keys_, answered_keys_.size()});
}

void TextEditor::use_first() {
    if (!answered()) {
        choice_waits_ = true;
        return;
    }
    take(Candidate(candidates_.front()));
    if (!composing()) {
        finishing_ = false;
    } else if (finishing_) {
        choice_waits_ = true;
    }
}

void TextEditor::take(const Candidate& candidate) {
    write(characters_of(candidate.text));
    keys_.erase(0, std::min(candidate.keys, keys_.size()));
    if (keys_.empty()) return forget_composition();
    candidates_.clear();
    shown_.clear();
    answered_keys_.clear();
    ask_anew();
}

void TextEditor::choose(std::size_t index) {
    if (choice_waits_ || character_waits_ || index >= candidates_.size()) return;
    const Candidate candidate = candidates_[index];
    if (composing()) {
        // What is seen may be older than the last key; letters that changed since are not its own.
        if (keys_.compare(0, candidate.keys, answered_keys_, 0, candidate.keys) == 0)
            take(candidate);
        return;
    }
    if (provisional_ && caret_ > 0) text_.erase(--caret_, 1);
    write(characters_of(candidate.text));
    clear_ink();
}

bool TextEditor::finish() {
    if (composing()) {
        finishing_ = true;
        use_first();
        return true;
    }
    if (ink_.empty()) return false;
    if (drawing_answered_ == drawing_ && candidates_.empty()) {
        clear_ink();
    } else {
        next_character();
    }
    return true;
}

// Ink

void TextEditor::begin_stroke(InkPoint point) {
    if (kept_for_later([this, point] { begin_stroke(point); })) return;
    provisional_ = false;
    if (ink_.empty()) candidates_.clear();
    ink_.push_back({point});
    ++drawing_;
}

void TextEditor::extend_stroke(InkPoint point) {
    if (kept_for_later([this, point] { extend_stroke(point); })) return;
    if (ink_.empty()) return;
    ink_.back().push_back(point);
    ++drawing_;
}

void TextEditor::undo_stroke() {
    if (kept_for_later([this] { undo_stroke(); }) || ink_.empty()) return;
    ink_.pop_back();
    ++drawing_;
    if (ink_.empty()) clear_ink();
}

void TextEditor::clear_ink() {
    ink_.clear();
    character_waits_ = provisional_ = false;
    if (!composing()) candidates_.clear();
    drawing_answered_ = drawing_given_ = ++drawing_;
}

std::optional<TextEditor::InkQuestion> TextEditor::ink_question() {
    if (ink_.empty() || drawing_given_ == drawing_) return std::nullopt;
    drawing_given_ = drawing_;
    InkQuestion question{drawing_given_, {}};
    question.query.strokes = ink_;
    question.query.script = script_;
    question.query.name = kind_ == TextKind::name;
    question.query.limit = 24;
    return question;
}

void TextEditor::recognised(std::uint64_t number, std::vector<std::string> characters) {
    if (number != drawing_given_ || ink_.empty()) return;
    drawing_answered_ = number;
    candidates_.clear();
    for (std::string& character : characters)
        candidates_.push_back({std::move(character), 0});
    if (!character_waits_ || drawing_answered_ != drawing_) return;
    character_waits_ = false;
    next_character();
    carry_out_later();
}

void TextEditor::next_character() {
    if (ink_.empty()) return;
    if (drawing_answered_ != drawing_) {
        character_waits_ = true;
        return;
    }
    // What nobody can read stays to be looked at.
    if (candidates_.empty()) return;
    std::vector<Candidate> others = candidates_;
    write(characters_of(others.front().text));
    clear_ink();
    candidates_ = std::move(others);
    provisional_ = true;
}

}  // namespace foyer::kiosk
