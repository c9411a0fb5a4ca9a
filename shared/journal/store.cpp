#include "shared/journal/store.h"

#include <sqlite3.h>

#include "shared/journal/migrations.h"

namespace foyer {
namespace {

constexpr int patience_milliseconds = 5000;

SQLite::Database open_database(const std::filesystem::path& file) {
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                  patience_milliseconds);
        // The first statement that reads the file: a damaged header is noticed here.
        database.exec("PRAGMA journal_mode=WAL");
        database.exec("PRAGMA synchronous=FULL");
        database.exec("PRAGMA foreign_keys=ON");
        // Kibibytes. A year of visits is looked up at random: what is touched daily stays at hand.
        database.exec("PRAGMA cache_size=-16384");
        return database;
    } catch (const SQLite::Exception& error) {
        rethrow_as_store_error(error);
    }
}

}  // namespace

void rethrow_as_store_error(const SQLite::Exception& error) {
    using Reason = StoreError::Reason;
    switch (error.getErrorCode()) {
        case SQLITE_FULL:
            throw StoreError(Reason::disk_full, "the disk is full");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw StoreError(Reason::damaged, std::string("the store is damaged: ") + error.what());
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw StoreError(Reason::cannot_open,
                             std::string("the store cannot be opened: ") + error.what());
        default:
            throw error;
    }
}

Store::Store(const std::filesystem::path& file) : database_(open_database(file)) {
    try {
        migrate();
    } catch (const SQLite::Exception& error) {
        rethrow_as_store_error(error);
    }
}

void Store::migrate() {
    const int have = database_.execAndGet("PRAGMA user_version").getInt();
    const int known = int(std::size(migrations));
    if (have > known) {
        throw StoreError(StoreError::Reason::newer_release,
                         "the store was written by a newer release of Foyer");
    }
    for (int step = have; step < known; ++step) {
        SQLite::Transaction transaction(database_);
        database_.exec(migrations[step]);
        database_.exec("PRAGMA user_version=" + std::to_string(step + 1));
        transaction.commit();
    }
}

std::optional<std::string> Store::setting(std::string_view name) {
    Statement query(database_, "SELECT value FROM setting WHERE name = ?");
    query.bind_all(std::string(name));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

void Store::set_setting(std::string_view name, std::string_view value) {
    Statement upsert(database_,
                     "INSERT INTO setting (name, value) VALUES (?, ?) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    upsert.bind_all(std::string(name), std::string(value));
    upsert.exec();
}

std::int64_t Store::event_count() {
    return database_.number("SELECT count(*) FROM event");
}

WallTime Store::newest_own_event() {
    Statement query(database_,
                    "SELECT wall FROM event WHERE instance = (SELECT number FROM instance JOIN "
                    "setting ON id = value WHERE name = 'author.instance') "
                    "ORDER BY sequence DESC LIMIT 1");
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::optional<std::string> Store::fault() {
    const std::string verdict = database_.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict == "ok") return std::nullopt;
    return verdict;
}

}  // namespace foyer
