#pragma once

#include <string>
#include <string_view>

#include "kiosk/flows/arrivals_desk.h"
#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Parties as the arrivals board shows them (look "17-arrivals").
namespace foyer::kiosk {

/// The words of a row, formatted once for a reading and a language.
struct RowWords {
    std::string name;        ///< "陈先生"
    std::string people;      ///< "2 人"
    std::string facts;       ///< "首次 ・ 比价 ・ 自然到店"
    std::string few_facts;   ///< the same without its last, where there is little room
    std::string moment;      ///< "10:09 到店"
    std::string consultant;  ///< short
    std::string reason;      ///< why this consultant
};
RowWords row_words(const Translator& text, const Pack& pack, const BoardRow& row);

/// What was touched on a row.
enum class RowPress {
    none,
    record,  ///< the row itself: its record
    assign,  ///< its consultant, or the place of one
    action,  ///< what row_action() says, other than assign
};

/// Height of a row: of a party that is here, or of one that has left.
float board_row_height(const Canvas& canvas, bool departed);

/// Draws a party. Ids: "arrivals.record." + visit, "arrivals.assign." …, "arrivals.receive." …,
/// "arrivals.depart." …
RowPress board_row(Ui& ui, const Rect& rect, const Pack& pack, const BoardRow& row,
                   const RowWords& words, WallTime now);

}  // namespace foyer::kiosk
