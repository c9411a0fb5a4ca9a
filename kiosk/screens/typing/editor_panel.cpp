#include "kiosk/screens/typing/editor_panel.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/typing/engines.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/edit_field.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

/// An answer this late is worth a word.
constexpr std::int64_t long_answer = 250;

struct Tab {
    Text label;
    Icon icon;
};

Tab tab_of(TypingMethod method) {
    switch (method) {
        case TypingMethod::pinyin:
            return {Text::typing_tab_pinyin, Icon::keyboard};
        case TypingMethod::handwriting:
            return {Text::typing_tab_handwriting, Icon::pen_tool};
        case TypingMethod::zhuyin:
            return {Text::typing_tab_zhuyin, Icon::keyboard};
        case TypingMethod::stroke_order:
            return {Text::typing_tab_strokes, Icon::pencil};
        case TypingMethod::latin:
            return {Text::typing_tab_latin, Icon::languages};
        case TypingMethod::digits:
            break;
    }
    return {Text::typing_tab_digits, Icon::grid};
}

bool composes(TypingMethod method) {
    return method == TypingMethod::pinyin || method == TypingMethod::zhuyin ||
           method == TypingMethod::stroke_order;
}

}  // namespace

EditorPanel::EditorPanel(App& app, std::string id, TextKind kind, std::size_t longest,
                         std::string_view text)
    : app_(app), id_(std::move(id)), editor_(kind, longest, text) {}

void EditorPanel::follow_language(Locale locale) {
    if (language_ == locale) return;
    language_ = locale;
    editor_.set_script(locale == Locale::zh_hant ? Script::traditional : Script::simplified);
    editor_.choose_method(first_method(locale, app_.typing().last_method));
    shifted_at_ = 0;
}

void EditorPanel::choose_method(TypingMethod method) {
    app_.typing().last_method = method;
    editor_.choose_method(method);
    candidates_ = {};
    // An engine that was out of order may be tried again.
    compose_failed_ = ink_failed_ = false;
    shifted_at_ = 0;
}

bool EditorPanel::offers_candidates() const {
    return composes(editor_.method()) || editor_.method() == TypingMethod::handwriting;
}

bool EditorPanel::closed() const {
    return composes(editor_.method())
               ? compose_failed_
               : editor_.method() == TypingMethod::handwriting && ink_failed_;
}

// Drawing

void EditorPanel::draw_field(Ui& ui, const Rect& rect, std::string_view placeholder, bool bad) {
    follow_language(ui.text.locale());
    const std::string before = editor_.before(), after = editor_.after();
    const std::string composing = editor_.composing_shown();
    EditField field;
    field.before = before;
    field.after = after;
    field.composing = composing;
    field.provisional = editor_.provisional();
    field.placeholder = placeholder;
    // In reach mode the field is too high to be touched: there the keys do everything.
    const bool reachable = !ui.canvas.reach;
    field.can_clear = reachable && !editor_.empty();
    field.can_put_back = reachable && editor_.can_put_back();
    if (editor_.method() == TypingMethod::handwriting && !editor_.provisional())
        field.hint = ui.text(Text::typing_next_character);
    field.put_back_label = ui.text(Text::typing_put_back);
    field.bad = bad;
    Ui quiet = ui;
    quiet.interactive = ui.interactive && reachable;
    const EditFieldPress press = edit_field(quiet, id_ + ".field", rect, field);
    if (press.caret) editor_.place_caret(*press.caret);
    if (press.clear) editor_.clear();
    if (press.put_back) editor_.put_back();
}

EditorPanel::Places EditorPanel::places(const Ui& ui, const Rect& rect, const Rect& beside) const {
    const bool bar = offers_candidates();
    Places at;
    if (ui.canvas.portrait()) {
        const bool low = rect.h < 760;
        const float tabs = low ? 76 : 104, gap = low ? 12 : 32, height = low ? 92 : 124;
        const float inset = low ? 14 : 24, above = low ? 0 : 14;
        at.tabs = {rect.x, rect.y + above, rect.w, tabs};
        at.bar = {0, at.tabs.bottom() + gap, ui.canvas.width, bar ? height : 0};
        at.floor = {0, at.bar.bottom(), ui.canvas.width, rect.bottom() - at.bar.bottom()};
        at.keys = {22, at.floor.y + inset, ui.canvas.width - 44, at.floor.h - 2 * inset};
        return at;
    }
    if (ui.canvas.reach) {
        // Little height: tabs and candidates stand beside the keys.
        at.tabs = {beside.x, beside.y, beside.w, 54};
        at.bar = {beside.x, at.tabs.bottom() + 10, beside.w, bar ? 60.0f : 0};
        at.floor = rect.inset(-10);
        at.keys = rect;
        return at;
    }
    at.tabs = {rect.x, rect.y, rect.w, 58};
    const float top = at.tabs.bottom() + 12;
    at.floor = {rect.x, top, rect.w, rect.bottom() - top};
    at.bar = {rect.x + 12, top + 12, rect.w - 24, bar ? 62.0f : 0};
    const float keys = at.bar.bottom() + (bar ? 12.0f : 0);
    at.keys = {rect.x + 12, keys, rect.w - 24, rect.bottom() - 12 - keys};
    return at;
}

void EditorPanel::draw_keys(Ui& ui, const Rect& rect, const Rect& beside) {
    follow_language(ui.text.locale());
    const Places at = places(ui, rect, beside);
    draw_tabs(ui, at.tabs);
    const bool portrait = ui.canvas.portrait();
    fill_rounded(ui, at.floor, portrait ? 0 : metrics(ui.canvas).radius_card,
                 ui.theme.palette.floor);
    if (offers_candidates()) draw_candidates(ui, at);
    if (closed()) {
        draw_closed(ui, at.keys);
    } else if (candidates_.open) {
        const int touched = candidates_grid(ui, id_ + ".candidate", portrait ? at.floor : at.keys,
                                            editor_.candidates(), candidates_);
        if (touched >= 0) choose(std::size_t(touched));
    } else {
        draw_method(ui, at.keys);
    }
    ask();
}

void EditorPanel::draw_tabs(Ui& ui, const Rect& rect) {
    const std::vector<TypingMethod> methods = typing_methods(ui.text.locale());
    std::vector<Segment> tabs;
    int chosen = 0;
    for (const TypingMethod method : methods) {
        const Tab tab = tab_of(method);
        if (method == editor_.method()) chosen = int(tabs.size());
        tabs.push_back({ui.text(tab.label), tab.icon, method_word(method)});
    }
    const int pressed = segments(ui, id_ + ".tab", rect, tabs, chosen);
    if (pressed >= 0) choose_method(methods[std::size_t(pressed)]);
}

std::string_view EditorPanel::candidates_hint(const Ui& ui) const {
    const Translator& text = ui.text;
    if (closed()) return {};
    if (composing_asked_ || ink_asked_) {
        if (ui.motion.now - asked_at_ >= long_answer) return text(Text::typing_loading);
        ui.motion.wake_in(long_answer);
    }
    switch (editor_.method()) {
        case TypingMethod::handwriting:
            return text(editor_.ink().empty() || ink_asked_ ? Text::typing_hint_handwriting
                                                            : Text::typing_unread);
        case TypingMethod::zhuyin:
            return text(Text::typing_hint_zhuyin);
        case TypingMethod::stroke_order:
            return text(Text::typing_hint_strokes);
        default:
            return text(Text::typing_hint_pinyin);
    }
}

void EditorPanel::draw_candidates(Ui& ui, const Places& at) {
    const std::vector<Candidate>& all = editor_.candidates();
    std::string now = std::to_string(all.size());
    if (!all.empty()) now += all.front().text;
    if (now != offered_) {
        offered_ = std::move(now);
        candidates_.bar = {};
        candidates_.grid = {};
    }
    const int touched =
        candidates_bar(ui, id_ + ".candidate", at.bar, all, candidates_, candidates_hint(ui));
    if (candidates_.open) editor_.ask_for_more();
    if (touched >= 0) choose(std::size_t(touched));
}

void EditorPanel::choose(std::size_t candidate) {
    editor_.choose(candidate);
    candidates_.open = false;
    pen_lifted_ = 0;
    ask();
}

void EditorPanel::draw_closed(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const bool keys = composes(editor_.method());
    const std::string& words = ui.text(keys ? Text::typing_keys_closed : Text::typing_ink_closed);
    const float room = rect.w * 0.76f, size = metrics(ui.canvas).icon_l;
    const float height = text_block_height(ui, room, words, type::strong, 3);
    const float top = rect.middle_y() - (size + sized(ui, 24) + height) / 2;
    icon(ui, Icon::keyboard, rect.middle_x(), top + size / 2, size, colors.text2);
    text_block(ui, {rect.middle_x() - room / 2, top + size + sized(ui, 24), room, height}, words,
               type::strong, colors.text, Align::center, 3);
}

// Typing

void EditorPanel::on_character(char32_t character) {
    editor_.press(character);
    ask();
}

void EditorPanel::on_code(const std::string& code) {
    editor_.insert(code);
}

bool EditorPanel::on_key(Key key) {
    const std::size_t caret = editor_.caret();
    switch (key) {
        case Key::backspace:
            editor_.erase();
            break;
        case Key::erase:
            if (editor_.after().empty()) return true;
            editor_.place_caret(caret + 1);
            editor_.erase();
            break;
        case Key::left:
            editor_.place_caret(caret > 0 ? caret - 1 : 0);
            break;
        case Key::right:
            editor_.place_caret(caret + 1);
            break;
        case Key::home:
            editor_.place_caret(0);
            break;
        case Key::end:
            editor_.place_caret(std::size_t(-1));
            break;
        case Key::escape:
            if (!editor_.composing()) return false;
            editor_.give_up();
            break;
        default:
            return false;
    }
    ask();
    return true;
}

// Engines

void EditorPanel::ask() {
    ask_composer();
    ask_handwriting();
}

void EditorPanel::ask_composer() {
    if (composing_asked_) return;
    const auto question = editor_.compose_question();
    if (!question) return;
    composing_asked_ = true;
    asked_at_ = app_.shell().clock().ticks();
    app_.typing().compose(
        scope_, question->query,
        [this, number = question->number](Composed answer) {
            composing_asked_ = false;
            editor_.composed(number, std::move(answer));
            ask_composer();
        },
        [this, number = question->number] {
            composing_asked_ = false;
            compose_failed_ = true;
            editor_.compose_failed(number);
        });
}

void EditorPanel::ask_handwriting() {
    if (ink_asked_) return;
    const auto question = editor_.ink_question();
    if (!question) return;
    ink_asked_ = true;
    asked_at_ = app_.shell().clock().ticks();
    app_.typing().recognise(
        scope_, question->query,
        [this, number = question->number](std::vector<std::string> characters) {
            ink_asked_ = false;
            editor_.recognised(number, std::move(characters));
            ask_handwriting();
        },
        [this, number = question->number] {
            ink_asked_ = false;
            ink_failed_ = true;
            editor_.recognised(number, {});
        });
}

}  // namespace foyer::kiosk
