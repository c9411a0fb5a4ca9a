#include "shared/journal/database.h"

namespace foyer {

Database::Resting& Database::resting(std::string_view sql) {
    const auto known = resting_.find(sql);
    return known != resting_.end() ? known->second : resting_[std::string(sql)];
}

Statement::Statement(Database& database, std::string_view sql) : resting_(database.resting(sql)) {
    if (resting_.empty()) {
        own_ = std::make_unique<SQLite::Statement>(database, std::string(sql));
    } else {
        own_ = std::move(resting_.back());
        resting_.pop_back();
    }
}

Statement::~Statement() {
    // A statement that failed says so again on reset; whoever ran it has heard.
    own_->tryReset();
    resting_.push_back(std::move(own_));
}

}  // namespace foyer
