#include "kiosk/flows/slide_show.h"

namespace foyer::kiosk {

SlideMoment slide_at(std::int64_t elapsed, int count) {
    SlideMoment moment;
    if (count <= 1) {
        moment.wait = INT64_MAX;
        return moment;
    }
    const std::int64_t turn = elapsed / SlideMoment::each, within = elapsed % SlideMoment::each;
    moment.shown = int(turn % count);
    moment.coming = (moment.shown + 1) % count;
    moment.wait = SlideMoment::each - within;
    if (turn > 0 && within < SlideMoment::fade) {
        moment.leaving = (moment.shown + count - 1) % count;
        moment.share = float(within) / float(SlideMoment::fade);
        moment.wait = 0;
    }
    return moment;
}

}  // namespace foyer::kiosk
