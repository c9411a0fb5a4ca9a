#include "kiosk/screens/visitor/checkin_consents.h"

#include <algorithm>

#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

/// The box and the space behind it (widgets/fields.h).
float words_x(const Ui& ui) {
    return sized(ui, 100);
}

float between(const Ui& ui) {
    return sized(ui, 12);
}

float link_gap(const Ui& ui) {
    return sized(ui, 36);
}

float link_width(const Ui& ui) {
    return text_width(ui, ui.text(Text::checkin_phone_privacy), type::strong);
}

const std::string& remark(const Ui& ui) {
    return ui.text(Text::checkin_phone_consent_remark);
}

/// The checkbox as widgets/fields.h lays it out: sentence, then remark.
struct Words {
    float sentence = 0, remark = 0;
    float height() const { return sentence + remark; }
};

Words words_of(const Ui& ui, float width, const ConsentPurpose& consent) {
    const float room = width - words_x(ui);
    return {text_block_height(ui, room, consent.title.in(ui.text.locale()), type::body, 3),
            text_block_height(ui, room, remark(ui), type::caption, 2)};
}

}  // namespace

bool RequiredConsents::is_first(const ConsentPurpose& consent) const {
    const auto& all = rules().consents;
    const auto first =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.required; });
    return first != all.end() && &*first == &consent;
}

RequiredConsents::LinkPlace RequiredConsents::link_place(const Ui& ui, float width,
                                                         const ConsentPurpose& consent) const {
    const float room = width - words_x(ui) - link_gap(ui) - link_width(ui);
    if (text_width(ui, consent.title.in(ui.text.locale()), type::body) <= room)
        return LinkPlace::beside_sentence;
    return text_width(ui, remark(ui), type::caption) <= room ? LinkPlace::beside_remark
                                                             : LinkPlace::own_line;
}

float RequiredConsents::consent_height(const Ui& ui, float width,
                                       const ConsentPurpose& consent) const {
    return std::max(sized(ui, 96), words_of(ui, width, consent).height() + sized(ui, 8));
}

float RequiredConsents::height(const Ui& ui, float width) const {
    float height = 0;
    for (const ConsentPurpose& consent : rules().consents) {
        if (!consent.required) continue;
        height += consent_height(ui, width, consent) + between(ui);
        if (is_first(consent) && link_place(ui, width, consent) == LinkPlace::own_line)
            height += line_height(ui, TextSize::s) + between(ui);
    }
    return height;
}

void RequiredConsents::draw(Ui& ui, const Rect& rect) {
    float y = rect.y;
    for (const ConsentPurpose& consent : rules().consents) {
        if (!consent.required) continue;
        const Rect place{rect.x, y, rect.w, consent_height(ui, rect.w, consent)};
        draw_consent(ui, place, consent);
        y = place.bottom() + between(ui);
        if (is_first(consent) && link_place(ui, rect.w, consent) == LinkPlace::own_line)
            y += line_height(ui, TextSize::s) + between(ui);
    }
}

void RequiredConsents::draw_consent(Ui& ui, const Rect& rect, const ConsentPurpose& consent) {
    const bool on = check_in_.agreed(consent.id);
    if (check_in_.consent_asked() && !on) {
        fill_rounded(ui, rect.inset(-sized(ui, 14)), metrics(ui.canvas).radius_control,
                     ui.theme.palette.bad_tint);
    }
    if (checkbox(ui, "checkin.consent." + consent.id, rect, on, consent.title.in(ui.text.locale()),
                 remark(ui))) {
        check_in_.toggle_consent(consent.id);
    }
    if (is_first(consent)) draw_link(ui, rect, consent);
}

void RequiredConsents::draw_link(Ui& ui, const Rect& rect, const ConsentPurpose& consent) {
    const Words words = words_of(ui, rect.w, consent);
    const float line = line_height(ui, TextSize::s), top = rect.middle_y() - words.height() / 2;
    Rect place{rect.x + words_x(ui), top, link_width(ui) + 1, line};
    switch (link_place(ui, rect.w, consent)) {
        case LinkPlace::beside_sentence:
            place.x +=
                text_width(ui, consent.title.in(ui.text.locale()), type::body) + link_gap(ui);
            break;
        case LinkPlace::beside_remark:
            place.x += text_width(ui, remark(ui), type::caption) + link_gap(ui);
            place.y += words.sentence + (words.remark - line) / 2;
            break;
        case LinkPlace::own_line:
            place.y = rect.bottom() + between(ui);
            break;
    }
    if (underlined_link(ui, "checkin.phone.privacy", place, ui.text(Text::checkin_phone_privacy)))
        app_.navigator().open(make_privacy_notice(app_));
}

}  // namespace foyer::kiosk
