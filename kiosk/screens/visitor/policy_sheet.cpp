#include "kiosk/screens/visitor/policy_sheet.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/scan/qr_matrix.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/qr.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A sentence and the points under it, each at a small lit door.
struct Section {
    std::string sentence;
    std::vector<std::string> points;
};

/// What stands on a sheet, in one language.
struct SheetWords {
    std::string title;
    std::vector<Section> sections;
    std::string contact;    ///< a number or an address, large; may be empty
    std::string scan_hint;  ///< what the QR code beside it is for
};

/// A white sheet over the page; what does not fit scrolls.
class PolicySheet : public Overlay {
  public:
    using Write = std::function<SheetWords(const Translator&)>;

    PolicySheet(Write write, std::optional<QrModules> code)
        : write_(std::move(write)), code_(std::move(code)) {}
    std::string_view name() const override { return "policy.sheet"; }

    void draw(Ui& page) override {
        if (!words_ || locale_ != page.text.locale()) {
            words_ = write_(page.text);
            locale_ = page.text.locale();
        }
        const Rect everything{0, 0, page.canvas.width, page.canvas.height};
        const float shown = eased(page, age(), 0.18f);
        fill(page, everything, page.theme.palette.wall.faded(0.6f * shown));
        const bool beside = press_area(page, "policy.sheet.outside", everything).clicked;
        Ui ui = page;
        ui.alpha = page.alpha * shown;
        ui.offset_y = page.offset_y + 24 * (1 - shown);
        const bool done = draw_sheet(ui, sheet_rect(ui));
        if (done || beside) close();
    }

  private:
    static float pad(const Ui& ui) { return sized(ui, 56); }
    static float foot(const Ui& ui) { return metrics(ui.canvas).button + sized(ui, 88); }
    static float head(const Ui& ui) { return sized(ui, 52) + line_height(ui, TextSize::l); }
    static float point_indent(const Ui& ui) { return sized(ui, 64); }
    static float code_side(const Ui& ui) { return sized(ui, 340); }

    Rect sheet_rect(const Ui& ui) const {
        const Canvas& canvas = ui.canvas;
        const float width = canvas.portrait() ? 936 : 640, margin = sized(ui, 72);
        const float top = canvas.reach ? canvas.height / 2 : margin;
        const float wanted = head(ui) + body_height(ui, width - 2 * pad(ui)) + foot(ui);
        const float height = std::min(wanted, canvas.height - margin - top);
        const float y =
            canvas.reach ? canvas.height - margin - height : (canvas.height - height) / 2;
        return {(canvas.width - width) / 2, y, width, height};
    }

    /// Room for words where a QR code stands at their right end.
    float words_width(const Ui& ui, float width) const {
        return code_ ? width - code_side(ui) - sized(ui, 24) : width;
    }

    float body_height(const Ui& ui, float width) const {
        const float room = words_width(ui, width);
        float height = sized(ui, 8);
        for (const Section& section : words_->sections) {
            height += text_block_height(ui, room, section.sentence, type::body) + sized(ui, 20);
            for (const std::string& point : section.points)
                height += text_block_height(ui, room - point_indent(ui), point, type::body) +
                          sized(ui, 18);
            height += sized(ui, 16);
        }
        if (!words_->contact.empty())
            height += text_block_height(ui, room, words_->contact, contact_style(ui, room)) +
                      text_block_height(ui, room, words_->scan_hint, type::caption) + sized(ui, 16);
        return code_ ? std::max(height, code_side(ui)) : height;
    }

    TextStyle contact_style(const Ui& ui, float room) const {
        return fit_text(ui, words_->contact, type::digits, room);
    }

    bool draw_sheet(Ui& ui, const Rect& sheet) {
        const Palette& colors = ui.theme.palette;
        press_area(ui, "policy.sheet.body", sheet);  // touches on the sheet end here
        shadow(ui, sheet, Elevation::e3);
        fill_rounded(ui, sheet, metrics(ui.canvas).radius_dialog, colors.surface);
        const float inset = pad(ui), room = sheet.w - 2 * inset;
        text_line(ui,
                  {sheet.x + inset, sheet.y + sized(ui, 44), room, line_height(ui, TextSize::l)},
                  words_->title, type::title, colors.text);
        const Rect view{sheet.x, sheet.y + head(ui), sheet.w, sheet.h - head(ui) - foot(ui)};
        draw_body(ui, view, inset);
        const float button = metrics(ui.canvas).button;
        return primary_button(
            ui, "policy.sheet.done",
            {sheet.x + inset, sheet.bottom() - sized(ui, 40) - button, room, button},
            ui.text(Text::policy_sheet_done), true, PrimaryKind::finishes);
    }

    void draw_body(Ui& ui, const Rect& view, float inset) {
        const Palette& colors = ui.theme.palette;
        const float width = view.w - 2 * inset, room = words_width(ui, width);
        const float x = view.x + inset;
        ScrollArea area(ui, "policy.sheet.scroll", view, scroll_);
        float y = area.start() + sized(ui, 8);
        if (code_)
            qr_panel(ui,
                     {x + width - code_side(ui) + sized(ui, 24), area.start() - sized(ui, 24),
                      code_side(ui), code_side(ui)},
                     *code_, {});
        for (const Section& section : words_->sections) {
            y += text_block(ui, {x, y, room, 0}, section.sentence, type::body, colors.text2);
            y += sized(ui, 20);
            for (const std::string& point : section.points)
                y += draw_point(ui, x, y, room, point) + sized(ui, 18);
            y += sized(ui, 16);
        }
        if (!words_->contact.empty()) {
            y += text_block(ui, {x, y, room, 0}, words_->contact, contact_style(ui, room),
                            colors.brand);
            text_block(ui, {x, y, room, 0}, words_->scan_hint, type::caption, colors.text2);
        }
        area.finish(body_height(ui, width), colors.surface);
    }

    float draw_point(Ui& ui, float x, float y, float room, const std::string& point) {
        const Palette& colors = ui.theme.palette;
        const float line = line_height(ui, TextSize::s), height = sized(ui, 40);
        fill_door(ui, {x, y + (line - height) / 2, height * 0.8f, height}, colors.glow);
        const float indent = point_indent(ui);
        return text_block(ui, {x + indent, y, room - indent, 0}, point, type::body, colors.text);
    }

    const Write write_;
    const std::optional<QrModules> code_;
    std::optional<SheetWords> words_;
    Locale locale_ = Locale::zh_hans;
    ScrollState scroll_;
};

Section changes_of(const Policy& policy, const Translator& text, const std::string& sentence) {
    Section section{sentence, {}};
    for (const LocalizedText& change : policy.changes)
        section.points.push_back(change.in(text.locale()));
    return section;
}

Text how_to_use(const std::string& channel) {
    if (channel == "sms") return Text::policy_channel_sms;
    if (channel == "phone") return Text::policy_channel_phone;
    if (channel == "web") return Text::policy_channel_web;
    return Text::policy_channel_store;
}

/// What a phone's camera opens: the site, or the dialler.
std::string link_of(const ChannelWords& channel) {
    if (channel.contact.empty()) return {};
    if (channel.id == "web") return "https://" + channel.contact;
    if (channel.id != "phone") return {};
    std::string link = "tel:";
    for (const char c : channel.contact)
        if ((c >= '0' && c <= '9') || c == '+') link += c;
    return link;
}

std::optional<QrModules> code_of(const std::string& link) {
    if (link.empty()) return std::nullopt;
    QrMatrix matrix = qr_matrix(link);
    return QrModules{matrix.size, std::move(matrix.dark)};
}

}  // namespace

std::unique_ptr<Overlay> make_policy_changes(App& app, const PolicyNotice& notice) {
    const auto write = [&app, notice](const Translator& text) {
        SheetWords words;
        words.title = text(Text::policy_what_changed);
        const auto since = [&](Text key, Date day) {
            return text(key, {{"date", full_date(text, app.calendar(), day)}});
        };
        if (notice.next)
            words.sections.push_back(
                changes_of(*notice.next, text, since(Text::policy_sheet_next, notice.next->from)));
        if (notice.in_force)
            words.sections.push_back(changes_of(
                *notice.in_force, text, since(Text::policy_sheet_since, notice.in_force->from)));
        return words;
    };
    return std::make_unique<PolicySheet>(write, std::nullopt);
}

std::unique_ptr<Overlay> make_policy_conditions(App&, const Policy& policy) {
    const auto write = [&policy](const Translator& text) {
        Section section{text(Text::policy_conditions_sentence), {}};
        for (const LocalizedText& condition : policy.conditions)
            section.points.push_back(condition.in(text.locale()));
        section.points.push_back(
            text(Text::policy_condition_pay, {{"n", std::int64_t(policy.pay_within_hours)}}));
        section.points.push_back(
            text(Text::policy_condition_claim, {{"n", std::int64_t(policy.claim_days)}}));
        return SheetWords{text(Text::policy_conditions), {std::move(section)}, {}, {}};
    };
    return std::make_unique<PolicySheet>(write, std::nullopt);
}

std::unique_ptr<Overlay> make_policy_channel(App& app, const ChannelWords& channel) {
    const auto write = [&app, id = channel.id](const Translator& text) {
        SheetWords words;
        const Policy* policy = app.pack().policy_on(app.today());
        if (!policy) return words;
        for (const PolicyChannel& one : policy->channels) {
            if (one.id != id) continue;
            words.title = one.title.in(text.locale());
            words.contact = one.contact;
        }
        words.sections.push_back({text(how_to_use(id)), {}});
        if (id == "phone" && !words.contact.empty())
            words.scan_hint = text(Text::policy_channel_call);
        return words;
    };
    return std::make_unique<PolicySheet>(write, code_of(link_of(channel)));
}

}  // namespace foyer::kiosk
