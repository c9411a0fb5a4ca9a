#include "shared/model/customer.h"

#include "shared/security/digest.h"

namespace foyer {

Id customer_id(std::string_view e164) {
    return digest_hex("foyer customer:" + std::string(e164)).substr(0, 32);
}

}  // namespace foyer
