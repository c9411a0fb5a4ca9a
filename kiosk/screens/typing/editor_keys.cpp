#include <array>
#include <vector>

#include "kiosk/screens/typing/editor_panel.h"
#include "kiosk/widgets/ink.h"
#include "kiosk/widgets/paint.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

using Row = std::u32string_view;
constexpr std::array<Row, 3> letters = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr std::array<Row, 3> marks = {U"1234567890", U"-/:;()&@", U".,?!#+_"};
/// As keyboards in Taiwan have them.
constexpr std::array<Row, 4> bopomofo = {U"ㄅㄉˇˋㄓˊ˙ㄚㄞㄢㄦ", U"ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣ",
                                         U"ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ", U"ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ"};

/// After so many milliseconds without a stroke a character is taken to be written.
constexpr std::int64_t pause_after_character = 1300;
/// Broader than this, the paper has two boxes.
constexpr float two_boxes = 1.5f;

struct StrokeKey {
    const char* key;
    const char* sign;
    Text name;
};
constexpr std::array<StrokeKey, 5> stroke_keys = {{
    {"h", "一", Text::typing_stroke_h},
    {"s", "丨", Text::typing_stroke_s},
    {"p", "丿", Text::typing_stroke_p},
    {"n", "丶", Text::typing_stroke_n},
    {"z", "乛", Text::typing_stroke_z},
}};

/// Capitals begin a name's words, also behind the marks names have: Mary O'Brien, Jean-Luc.
bool begins_word(TextKind kind, const std::string& before) {
    if (before.empty()) return true;
    return kind == TextKind::name &&
           std::string_view(" '-").find(before.back()) != std::string::npos;
}

}  // namespace

void EditorPanel::draw_method(Ui& ui, const Rect& rect) {
    switch (editor_.method()) {
        case TypingMethod::pinyin:
            return draw_pinyin(ui, rect);
        case TypingMethod::zhuyin:
            return draw_zhuyin(ui, rect);
        case TypingMethod::stroke_order:
            return draw_strokes(ui, rect);
        case TypingMethod::handwriting:
            return draw_paper(ui, rect);
        case TypingMethod::latin:
            return draw_latin(ui, rect);
        case TypingMethod::digits:
            return draw_digits(ui, rect);
    }
}

void EditorPanel::take(const KeyPress& pressed) {
    switch (pressed.kind) {
        case KeyKind::text:
            for (const char32_t character : characters_of(pressed.text))
                editor_.press(character);
            break;
        case KeyKind::space:
            editor_.space();
            break;
        case KeyKind::done:
            editor_.finish();
            break;
        case KeyKind::erase:
            editor_.erase();
            break;
        case KeyKind::clear:
            editor_.clear();
            break;
        case KeyKind::shift:
            shift_ = !shift_;
            break;
        case KeyKind::none:
        case KeyKind::layer:
            break;
    }
}

void EditorPanel::draw_pinyin(Ui& ui, const Rect& rect) {
    KeyboardParts parts;
    parts.left = ui.text(Text::typing_divide);
    parts.left_types = "'";
    parts.foot_left = parts.foot_types = "·";
    parts.space = ui.text(Text::typing_space);
    parts.done = ui.text(Text::typing_choose);
    parts.done_enabled = editor_.composing();
    take(character_keyboard(ui, id_ + ".keys", rect, {letters}, parts));
}

void EditorPanel::draw_zhuyin(Ui& ui, const Rect& rect) {
    KeyboardParts parts;
    parts.foot_left = parts.foot_types = "·";
    parts.space = ui.text(Text::typing_space);
    parts.done = ui.text(Text::typing_choose);
    parts.done_enabled = editor_.composing();
    take(character_keyboard(ui, id_ + ".keys", rect, {bopomofo}, parts));
}

void EditorPanel::draw_strokes(Ui& ui, const Rect& rect) {
    const float gap = ui.canvas.portrait() ? 16.0f : 8.0f;
    const float width = (rect.w - 3 * gap) / 4, height = (rect.h - gap) / 2;
    const auto place = [&](int column, int line) {
        return Rect{rect.x + float(column) * (width + gap), rect.y + float(line) * (height + gap),
                    width, height};
    };
    const std::string prefix = id_ + ".keys.";
    std::vector<KeyCap> keys;
    for (int i = 0; i < int(stroke_keys.size()); ++i) {
        const StrokeKey& stroke = stroke_keys[std::size_t(i)];
        KeyCap cap{prefix + stroke.key, place(i % 3, i / 3), stroke.sign};
        cap.caption = ui.text(stroke.name);
        keys.push_back(std::move(cap));
    }
    const TextStyle words = type::strong;
    keys.push_back({prefix + "space",
                    place(2, 1),
                    ui.text(Text::typing_space),
                    {},
                    KeyTone::function_on_floor,
                    words});
    keys.push_back(
        {prefix + "erase", place(3, 0), {}, Icon::delete_back, KeyTone::function_on_floor});
    keys.push_back({prefix + "done",
                    place(3, 1),
                    ui.text(Text::typing_choose),
                    {},
                    KeyTone::function_on_floor,
                    words,
                    editor_.composing()});
    const int pressed = key_bed(ui, id_ + ".keys", keys);
    if (pressed < 0) return;
    constexpr int first_function = int(stroke_keys.size());
    constexpr KeyKind functions[] = {KeyKind::space, KeyKind::erase, KeyKind::done};
    if (pressed < first_function)
        take({KeyKind::text, stroke_keys[std::size_t(pressed)].key});
    else
        take({functions[pressed - first_function], {}});
}

void EditorPanel::draw_latin(Ui& ui, const Rect& rect) {
    if (shifted_at_ != editor_.version() + 1) {
        shifted_at_ = editor_.version() + 1;
        shift_ = begins_word(editor_.kind(), editor_.before());
    }
    KeyboardParts parts;
    parts.shift_key = true;
    parts.foot_left = parts.foot_types = "'";
    parts.foot_second = "-";
    parts.space = ui.text(Text::typing_space);
    take(character_keyboard(ui, id_ + ".keys", rect, {letters, shift_}, parts));
}

void EditorPanel::draw_digits(Ui& ui, const Rect& rect) {
    KeyboardParts parts;
    parts.foot_left = parts.foot_types = "'";
    parts.foot_second = "·";
    parts.space = ui.text(Text::typing_space);
    take(character_keyboard(ui, id_ + ".keys", rect, {marks}, parts));
}

void EditorPanel::draw_paper(Ui& ui, const Rect& rect) {
    const bool portrait = ui.canvas.portrait();
    const float gap = portrait ? 24.0f : 12.0f;
    const float side = portrait ? 192.0f : 118.0f;
    // The paper keeps the page's margins: a hand that writes should not fall off its edge.
    const float margin = portrait ? 50.0f : 0.0f;
    const Rect paper{rect.x + margin, rect.y, rect.w - 2 * margin - side - gap, rect.h};
    InkPaper sheet;
    sheet.strokes = editor_.ink();
    sheet.boxes = paper.w > two_boxes * paper.h ? 2 : 1;
    sheet.faint = editor_.choice_waits();
    write_ink(ui, ink_paper(ui, id_ + ".ink", paper, sheet));
    draw_paper_keys(ui, {paper.right() + gap, rect.y, side, rect.h});
}

void EditorPanel::write_ink(Ui& ui, const InkTouch& touched) {
    if (touched.began) {
        // Writing in the other box: the character in this one is done.
        if (touched.box != box_) editor_.next_character();
        box_ = touched.box;
        candidates_.open = false;
        editor_.begin_stroke(touched.points.front());
    } else {
        for (const InkPoint& point : touched.points)
            editor_.extend_stroke(point);
    }
    if (touched.down) pen_lifted_ = 0;
    if (touched.lifted) pen_lifted_ = ui.motion.now;
    if (pen_lifted_ == 0) return;
    const std::int64_t rest = pen_lifted_ + pause_after_character - ui.motion.now;
    if (rest > 0) return ui.motion.wake_in(rest);
    pen_lifted_ = 0;
    editor_.next_character();
}

void EditorPanel::draw_paper_keys(Ui& ui, const Rect& rect) {
    struct Function {
        const char* id;
        Icon icon;
        Text label;
    };
    static constexpr std::array<Function, 3> functions = {{
        {"undo", Icon::undo, Text::typing_undo_stroke},
        {"rewrite", Icon::eraser, Text::typing_rewrite},
        {"erase", Icon::delete_back, Text::typing_erase_character},
    }};
    const float gap = ui.canvas.portrait() ? 16.0f : 8.0f;
    const float height = (rect.h - 2 * gap) / 3;
    std::vector<KeyCap> keys;
    for (int i = 0; i < int(functions.size()); ++i) {
        const Function& function = functions[std::size_t(i)];
        KeyCap cap{id_ + ".paper." + function.id,
                   {rect.x, rect.y + float(i) * (height + gap), rect.w, height},
                   {},
                   function.icon};
        cap.caption = ui.text(function.label);
        keys.push_back(std::move(cap));
    }
    const int pressed = key_bed(ui, id_ + ".paper", keys);
    if (pressed < 0) return;
    pen_lifted_ = pressed == 0 && !editor_.ink().empty() ? ui.motion.now : 0;
    if (pressed == 0) editor_.undo_stroke();
    if (pressed == 1) editor_.clear_ink();
    if (pressed == 2) editor_.erase();
}

}  // namespace foyer::kiosk
