#pragma once

#include <string>
#include <string_view>

#include "kiosk/screens/typing/sheet.h"
#include "shared/text/translator.h"

namespace foyer::kiosk {

/// A sheet on which letters narrow a list: title, list, what is sought, and keys for it. A physical
/// keyboard types, too. UI thread.
class SearchSheet : public Sheet {
  public:
    void on_character(char32_t character) override;
    bool on_key(Key key) override;

  protected:
    struct Search {
        std::u32string_view keys;  ///< on the glass, a symbol each
        float keys_height = 0, keys_height_in_reach = 0, keys_height_on_desk = 0;  ///< units
        std::size_t longest = 0;                                                   ///< characters
    };
    explicit SearchSheet(const Search& search) : search_(search) {}

    /// What is typed so far.
    const std::string& sought() const { return sought_; }

    virtual std::string_view title(const Translator& text) = 0;
    virtual std::string_view hint(const Translator& text) = 0;
    virtual void draw_list(Ui& ui, const Rect& rect) = 0;
    /// Enter was pressed: takes the one that is meant, if it is clear which.
    virtual void take_found() = 0;

  private:
    void draw_card(Ui& ui, const Rect& rect) final;
    /// Wide enough for keys that a finger hits (look: at least 48).
    float width_on_desk() const final { return 920; }

    const Search search_;
    std::string sought_;
};

}  // namespace foyer::kiosk
