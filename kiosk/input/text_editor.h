#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/input/composer.h"
#include "kiosk/input/handwriting.h"
#include "kiosk/input/typing_method.h"

namespace foyer::kiosk {

/// What a field is for.
enum class TextKind {
    name,  ///< of a person
    words  ///< a note: letters begin small, spaces and full stops as they come
};

/// The buffer behind the one editor of the kiosk: text, caret, letters being composed, ink, and
/// what may become of them. Answers of the engines come later than the keys; whatever is pressed
/// meanwhile is kept and carried out in its order, so that nobody has to wait for the glass.
/// Positions count characters, not bytes. Plain state, UI thread.
class TextEditor {
  public:
    /// `longest` bounds the text, in characters; keys beyond it change nothing.
    explicit TextEditor(TextKind kind, std::size_t longest, std::string_view text = {});

    // What is written

    std::string text() const;
    std::string before() const;  ///< the caret
    std::string after() const;
    bool empty() const { return text_.empty() && keys_.empty(); }
    std::size_t caret() const { return caret_; }
    /// Takes what is being composed as it stands, then moves the caret.
    void place_caret(std::size_t character);
    /// Replaces everything, e.g. by what was found on record.
    void set_text(std::string_view utf8);
    /// Changes whenever text() may have.
    std::uint64_t version() const { return version_; }

    TextKind kind() const { return kind_; }
    TypingMethod method() const { return method_; }
    Script script() const { return script_; }
    void choose_method(TypingMethod method);
    void set_script(Script script);

    // Keys, from glass or from a keyboard

    /// A key of the method in use. What composes nothing goes into the text as it is.
    void press(char32_t character);
    /// Text as it is: pasted or scanned. Control characters are left out.
    void insert(std::string_view utf8);
    /// Chooses the first candidate, or else writes a space.
    void space();
    void erase();
    /// Everything goes; put_back() brings it again until something else is written.
    void clear();
    bool can_put_back() const { return cleared_.has_value(); }
    void put_back();

    // Composing

    bool composing() const { return !keys_.empty(); }
    /// The letters being composed, parted for reading as far as the composer has answered.
    std::string composing_shown() const;
    /// First ones first; of letters, or of ink.
    const std::vector<Candidate>& candidates() const { return candidates_; }
    void choose(std::size_t candidate);
    /// Of the letters at hand, all there is: the rarest characters come last.
    void ask_for_more();
    /// Takes the first candidate of whatever is left to compose, all of it. True if there was
    /// anything: then nothing should be handed in by the same touch, as nobody has seen it yet.
    bool finish();
    /// Lets the letters being composed go.
    void give_up() { forget_composition(); }
    /// Something was pressed that waits for an answer.
    bool choice_waits() const { return choice_waits_ || character_waits_; }

    /// A question for the composer; the answer comes to composed() with its number.
    struct ComposeQuestion {
        std::uint64_t number = 0;
        ComposeQuery query;
    };
    /// The newest, if it was not given out yet.
    std::optional<ComposeQuestion> compose_question();
    /// An answer to any but the newest question is dropped.
    void composed(std::uint64_t number, Composed answer);
    /// The composer cannot answer: the letters themselves are the only candidate.
    void compose_failed(std::uint64_t number);

    // Ink

    const std::vector<InkStroke>& ink() const { return ink_; }
    void begin_stroke(InkPoint point);
    void extend_stroke(InkPoint point);
    void undo_stroke();
    void clear_ink();
    /// The character is written: its first candidate goes into the text for the time being, and
    /// its others stay on offer until the next stroke.
    void next_character();
    /// A character in the text that another candidate may still replace.
    bool provisional() const { return provisional_; }

    struct InkQuestion {
        std::uint64_t number = 0;
        InkQuery query;
    };
    std::optional<InkQuestion> ink_question();
    void recognised(std::uint64_t number, std::vector<std::string> characters);

  private:
    using Action = std::function<void()>;
    bool kept_for_later(Action action);
    void carry_out_later();
    bool answered() const { return answered_ == question_; }
    void ask_anew();
    void write(std::u32string_view characters);
    void take(const Candidate& candidate);
    void use_first();
    void forget_composition();
    void edited();
    void offer_letters();
    bool is_key(char32_t character) const;

    struct Cleared {
        std::u32string text;
        std::size_t caret;
    };

    const TextKind kind_;
    const std::size_t longest_;
    std::u32string text_;
    std::size_t caret_ = 0;
    TypingMethod method_ = TypingMethod::latin;
    Script script_ = Script::simplified;
    std::optional<Cleared> cleared_;
    std::uint64_t version_ = 0;

    std::string keys_;           ///< not chosen yet, see ComposeQuery::keys
    std::string shown_;          ///< of the newest answer
    std::string answered_keys_;  ///< what the candidates were made for
    std::string given_keys_;
    std::vector<Candidate> candidates_;
    std::uint64_t question_ = 0, given_ = 0, answered_ = 0;
    bool choice_waits_ = false;  ///< for the answer to the newest question
    bool more_ = false;          ///< asked for
    bool finishing_ = false;     ///< of what is composed, everything is chosen
    std::deque<Action> later_;

    std::vector<InkStroke> ink_;
    std::uint64_t drawing_ = 0, drawing_given_ = 0, drawing_answered_ = 0;
    bool character_waits_ = false;  ///< next_character() was called before the answer
    bool provisional_ = false;
};

}  // namespace foyer::kiosk
