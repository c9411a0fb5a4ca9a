#include "kiosk/screens/visitor/policy_texts.h"

#include "shared/pack/counted_text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A moment of the day in the showroom, for the translator, which speaks of moments.
WallTime moment_of(const Calendar& calendar, Date day) {
    const WallTime noon = day.day_number() * one_day + one_day / 2;
    return noon - (calendar.day(noon) - day.day_number()) * one_day;
}

/// "2026年1月1日—12月31日", "1 January - 31 December 2026": the year once where it is the same.
std::string period(const Translator& text, const Calendar& calendar, Date from, Date until) {
    const WallTime first = moment_of(calendar, from), last = moment_of(calendar, until);
    const bool english = text.locale() == Locale::en, one_year = from.year == until.year;
    return text(
        Text::date_range,
        {{"from", english && one_year ? text.month_and_day(first) : text.full_date(first)},
         {"until", !english && one_year ? text.month_and_day(last) : text.full_date(last)}});
}

Icon icon_or(const std::string& name, Icon otherwise) {
    return icon_from_name(name).value_or(otherwise);
}

OfferWords offer_words(const Translator& text, const Offer& offer) {
    const Locale locale = text.locale();
    return {icon_or(offer.icon, Icon::gift), offer.title.in(locale),
            offer.amount_fen > 0 ? text.money(offer.amount_fen) : offer.service.in(locale),
            offer.caption.in(locale), offer.highlighted};
}

void describe(PolicyTexts& words, const Translator& text, const Calendar& calendar,
              const Policy& policy) {
    const Locale locale = text.locale();
    words.dates =
        text(Text::policy_published, {{"dates", period(text, calendar, policy.from, policy.until)},
                                      {"publisher", policy.published_by.in(locale)}});
    words.state = words.notice.ends_soon()
                      ? text(Text::policy_days_left, {{"n", std::int64_t(words.notice.days_left)}})
                      : text(Text::policy_in_force);
    words.tiers_title = policy.tiers_title.in(locale);
    words.tiers_note = policy.tiers_note.in(locale);
    for (const Offer& offer : policy.offers)
        words.offers.push_back(offer_words(text, offer));
    for (const RewardTier& tier : policy.tiers)
        words.tiers.push_back({text.money(tier.total_fen),
                               policy.tier_unit.in(locale, tier.referrals), tier.note.in(locale)});
    for (const PolicyChannel& channel : policy.channels)
        words.channels.push_back({icon_or(channel.icon, Icon::megaphone), channel.id,
                                  channel.title.in(locale), channel.caption.in(locale),
                                  channel.contact});
}

}  // namespace

CampaignWords campaign_words(const Translator& text, const Calendar& calendar,
                             const Campaign& campaign) {
    const Locale locale = text.locale();
    const std::string dates = text(
        Text::date_range, {{"from", text.month_and_day(moment_of(calendar, campaign.from))},
                           {"until", text.month_and_day(moment_of(calendar, campaign.until))}});
    return {text(Text::policy_campaign, {{"name", campaign.name.in(locale)}}),
            campaign.name.in(locale),
            fill(campaign.headline.in(locale), "amount", text.money(campaign.amount_fen)), dates,
            text(Text::policy_campaign_stacks, {{"dates", dates}})};
}

PolicyTexts policy_texts(const Translator& text, const Calendar& calendar, const Pack& pack,
                         Date today) {
    PolicyTexts words;
    words.locale = text.locale();
    words.day = today;
    words.notice = policy_notice(pack, today);
    if (words.notice.in_force) describe(words, text, calendar, *words.notice.in_force);
    for (const Campaign* campaign : words.notice.campaigns)
        words.campaigns.push_back(campaign_words(text, calendar, *campaign));
    words.next = words.notice.next
                     ? text(Text::policy_none_next,
                            {{"date", full_date(text, calendar, words.notice.next->from)}})
                     : text(Text::policy_none_sentence);
    return words;
}

std::string full_date(const Translator& text, const Calendar& calendar, Date day) {
    return text.full_date(moment_of(calendar, day));
}

}  // namespace foyer::kiosk
