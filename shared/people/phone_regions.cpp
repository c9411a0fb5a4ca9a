#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>

#include "shared/people/phone.h"

namespace foyer {
namespace {

std::string country_name(const std::string& region, const char* language) {
    icu::UnicodeString name;
    icu::Locale("", region.c_str()).getDisplayCountry(icu::Locale(language), name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8;
}

}  // namespace

const std::vector<PhoneRegion>& phone_regions() {
    static const std::vector<PhoneRegion> regions = {
        {"CN", "86", {"中国大陆", "中國大陸", "Mainland China"}},
        {"HK", "852", {"中国香港", "中國香港", "Hong Kong, China"}},
        {"MO", "853", {"中国澳门", "中國澳門", "Macao, China"}},
        {"TW", "886", {"中国台湾", "中國臺灣", "Taiwan, China"}},
        {"SG", "65", {"新加坡", "新加坡", "Singapore"}},
        {"MY", "60", {"马来西亚", "馬來西亞", "Malaysia"}},
        {"JP", "81", {"日本", "日本", "Japan"}},
        {"KR", "82", {"韩国", "韓國", "South Korea"}},
        {"TH", "66", {"泰国", "泰國", "Thailand"}},
        {"VN", "84", {"越南", "越南", "Vietnam"}},
        {"ID", "62", {"印度尼西亚", "印度尼西亞", "Indonesia"}},
        {"PH", "63", {"菲律宾", "菲律賓", "Philippines"}},
        {"AU", "61", {"澳大利亚", "澳大利亞", "Australia"}},
        {"NZ", "64", {"新西兰", "新西蘭", "New Zealand"}},
        {"US", "1", {"美国", "美國", "United States"}},
        {"CA", "1", {"加拿大", "加拿大", "Canada"}},
        {"GB", "44", {"英国", "英國", "United Kingdom"}},
        {"DE", "49", {"德国", "德國", "Germany"}},
        {"FR", "33", {"法国", "法國", "France"}},
        {"IT", "39", {"意大利", "意大利", "Italy"}},
        {"ES", "34", {"西班牙", "西班牙", "Spain"}},
        {"RU", "7", {"俄罗斯", "俄羅斯", "Russia"}},
        {"AE", "971", {"阿联酋", "阿聯酋", "United Arab Emirates"}}};
    return regions;
}

const std::vector<PhoneRegion>& all_phone_regions() {
    static const std::vector<PhoneRegion> all = [] {
        using i18n::phonenumbers::PhoneNumberUtil;
        std::vector<PhoneRegion> regions = phone_regions();
        const auto near = std::ptrdiff_t(regions.size());
        std::set<std::string> supported;
        PhoneNumberUtil::GetInstance()->GetSupportedRegions(&supported);
        for (const PhoneRegion& region : regions)
            supported.erase(region.region);
        for (const std::string& region : supported) {
            const int code = PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region);
            regions.push_back({region,
                               std::to_string(code),
                               {country_name(region, "zh_Hans"), country_name(region, "zh_Hant"),
                                country_name(region, "en")}});
        }
        std::sort(regions.begin() + near, regions.end(),
                  [](const auto& a, const auto& b) { return a.name.en < b.name.en; });
        return regions;
    }();
    return all;
}

}  // namespace foyer
