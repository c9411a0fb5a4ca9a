#include "kiosk/flows/policy_notice.h"

namespace foyer::kiosk {

PolicyNotice policy_notice(const Pack& pack, Date today) {
    PolicyNotice notice;
    notice.in_force = pack.policy_on(today);
    if (notice.in_force)
        notice.days_left = int(notice.in_force->until.day_number() - today.day_number()) + 1;
    for (const Policy& policy : pack.policies) {  // by date: the first is the nearest
        if (policy.from <= today || policy.published > today) continue;
        notice.next = &policy;
        break;
    }
    notice.campaigns = pack.running_campaigns(today);
    return notice;
}

}  // namespace foyer::kiosk
