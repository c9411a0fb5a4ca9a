#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/input/text_editor.h"
#include "kiosk/screens/app.h"
#include "kiosk/widgets/candidates.h"
#include "kiosk/widgets/ink.h"
#include "kiosk/widgets/keypad.h"

namespace foyer::kiosk {

/// The one editor of every text field: its preview, and below it tabs, candidates and keys or
/// paper. A page puts the two where it has room. Owns buffer and caret; asks the engines. UI
/// thread.
class EditorPanel {
  public:
    /// `id` names its items: id + ".field", ".tab.pinyin", ".candidate.0", ".keys.q", ".ink".
    EditorPanel(App& app, std::string id, TextKind kind, std::size_t longest,
                std::string_view text);

    TextEditor& editor() { return editor_; }
    const TextEditor& editor() const { return editor_; }

    void draw_field(Ui& ui, const Rect& rect, std::string_view placeholder, bool bad);
    /// Candidates and keys reach both edges of a kiosk. `beside`: where tabs and candidates stand
    /// in reach mode on a desk, where there is no height for them above the keys.
    void draw_keys(Ui& ui, const Rect& rect, const Rect& beside);

    void on_character(char32_t character);
    /// Text of a scanner goes in at the caret.
    void on_code(const std::string& code);
    bool on_key(Key key);

  private:
    struct Places {
        Rect tabs, bar, keys, floor;
    };
    Places places(const Ui& ui, const Rect& rect, const Rect& beside) const;
    bool offers_candidates() const;

    void follow_language(Locale locale);
    void choose_method(TypingMethod method);
    void draw_tabs(Ui& ui, const Rect& rect);
    void draw_candidates(Ui& ui, const Places& at);
    std::string_view candidates_hint(const Ui& ui) const;
    void draw_closed(Ui& ui, const Rect& rect);
    void choose(std::size_t candidate);

    void draw_method(Ui& ui, const Rect& rect);
    void draw_pinyin(Ui& ui, const Rect& rect);
    void draw_zhuyin(Ui& ui, const Rect& rect);
    void draw_strokes(Ui& ui, const Rect& rect);
    void draw_paper(Ui& ui, const Rect& rect);
    void draw_paper_keys(Ui& ui, const Rect& rect);
    void draw_latin(Ui& ui, const Rect& rect);
    void draw_digits(Ui& ui, const Rect& rect);
    void take(const KeyPress& pressed);
    void write_ink(Ui& ui, const InkTouch& touched);

    bool closed() const;
    void ask();
    void ask_composer();
    void ask_handwriting();

    App& app_;
    const std::string id_;
    TextEditor editor_;
    std::optional<Locale> language_;
    CandidatesState candidates_;
    bool shift_ = false;
    std::uint64_t shifted_at_ = 0;  ///< version of the text shift_ was set for, and one
    bool composing_asked_ = false, ink_asked_ = false;
    bool compose_failed_ = false, ink_failed_ = false;
    std::int64_t asked_at_ = 0;
    std::int64_t pen_lifted_ = 0;  ///< ticks; 0: nothing waits for the pause behind a character
    int box_ = 0;
    std::string offered_;  ///< tells other candidates from the same ones again
    TaskScope scope_;
};

}  // namespace foyer::kiosk
