#include "shared/journal/database.h"

namespace foyer {

Database::Resting& Database::resting(std::string_view sql) {
    const auto known = resting_.find(sql);
    return known != resting_.end() ? known->second : resting_[std::string(sql)];
}

std::int64_t Database::number(std::string_view sql) {
    Statement query(*this, sql);
    if (!query.executeStep()) throw SQLite::Exception("a query for a number gives none");
    return query.getColumn(0).getInt64();
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

Transaction::Transaction(Database& database)
    : database_(database), within_another_(database.transactions_ > 0) {
    Statement(database_, within_another_ ? "SAVEPOINT inner" : "BEGIN IMMEDIATE").exec();
    ++database_.transactions_;
}

Transaction::~Transaction() {
    if (committed_) return;
    --database_.transactions_;
    try {
        if (!within_another_) {
            Statement(database_, "ROLLBACK").exec();
            return;
        }
        Statement(database_, "ROLLBACK TO inner").exec();
        Statement(database_, "RELEASE inner").exec();
    } catch (const SQLite::Exception&) {
        // SQLite itself has rolled it back, for the fault that led here.
    }
}

void Transaction::commit() {
    Statement(database_, within_another_ ? "RELEASE inner" : "COMMIT").exec();
    committed_ = true;
    --database_.transactions_;
}

}  // namespace foyer
