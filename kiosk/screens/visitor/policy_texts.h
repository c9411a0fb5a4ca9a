#pragma once

#include <string>
#include <vector>

#include "kiosk/flows/policy_notice.h"
#include "kiosk/theme/icons.h"
#include "shared/model/calendar.h"
#include "shared/text/translator.h"

/// What the policy says, put into words once for a language and a day: pages draw these strings and
/// format nothing.
namespace foyer::kiosk {

/// A running campaign.
struct CampaignWords {
    std::string name;      ///< "限时加赠 · 雾山灰系列"
    std::string product;   ///< "雾山灰系列", where the name has no room
    std::string headline;  ///< "每单再加 ¥300"
    std::string dates;     ///< "6月1日—6月30日"
    std::string stacks;    ///< the same with "· 可叠加"
};
CampaignWords campaign_words(const Translator& text, const Calendar& calendar,
                             const Campaign& campaign);

/// One of the two large cards.
struct OfferWords {
    Icon icon;
    std::string title, value, caption;
    bool highlighted = false;
};

struct TierWords {
    std::string value, label, note;
};

/// A way to hand in a referral.
struct ChannelWords {
    Icon icon;
    std::string id, title, caption, contact;
};

/// All of the policy page.
struct PolicyTexts {
    Locale locale = Locale::zh_hans;
    Date day;
    PolicyNotice notice;
    std::string dates;  ///< "2026年1月1日—12月31日 · 总部发布"
    std::string state;  ///< "现行政策" or "还有 12 天到期"
    std::string tiers_title, tiers_note;
    std::vector<OfferWords> offers;
    std::vector<TierWords> tiers;
    std::vector<CampaignWords> campaigns;
    std::vector<ChannelWords> channels;
    std::string next;  ///< when there is none in force: the day the next begins, or whom to ask
};
PolicyTexts policy_texts(const Translator& text, const Calendar& calendar, const Pack& pack,
                         Date today);

/// "2026年1月1日" in the translator's language.
std::string full_date(const Translator& text, const Calendar& calendar, Date day);

}  // namespace foyer::kiosk
