#include "tests/bench/raw_twin.h"

#include <sqlite3.h>

#include <stdexcept>

namespace foyer::bench {
namespace {

/// A table of the store and which of its rows a registration writes.
struct Written {
    const char* table;
    const char* rows;
};
constexpr Written written[] = {
    {"event", "position > :position"},
    {"subject",
     "number IN (SELECT subject FROM event_subject WHERE position > :position) AND number NOT IN "
     "(SELECT subject FROM event_subject WHERE position <= :position)"},
    {"event_subject", "position > :position"},
    {"outbox", "position > :position"},
    {"customer", "id = :customer"},
    {"visit", "id = :visit"},
};

/// One row as SQLite holds it.
struct RawRow {
    sqlite3_stmt* insert = nullptr;
    std::vector<sqlite3_value*> values;
};

}  // namespace

struct RawTwin::Bare {
    sqlite3* database = nullptr;
    std::vector<sqlite3_stmt*> inserts;
    sqlite3_stmt* insert_body = nullptr;
    std::vector<RawRow> rows;
    std::vector<std::pair<std::string, std::string>> bodies;

    void check(int result) const {
        if (result != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
    }
    void run(const char* sql) { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr));
        return statement;
    }
    void step(sqlite3_stmt* statement) {
        sqlite3_step(statement);
        check(sqlite3_reset(statement));
    }
    void forget_rows() {
        for (const RawRow& row : rows) {
            for (sqlite3_value* value : row.values)
                sqlite3_value_free(value);
        }
        rows.clear();
    }
};

RawTwin::RawTwin(Database& original, const std::filesystem::path& file)
    : bare_(std::make_unique<Bare>()) {
    original.exec("VACUUM INTO '" + file.string() + "'");
    if (sqlite3_open(file.c_str(), &bare_->database) != SQLITE_OK) {
        throw std::runtime_error("cannot open the raw store");
    }
    bare_->run("PRAGMA journal_mode=WAL");
    bare_->run("PRAGMA synchronous=FULL");
    bare_->run("PRAGMA cache_size=-16384");
    bare_->run("CREATE TABLE raw_body (id TEXT PRIMARY KEY, body TEXT)");
    bare_->insert_body = bare_->prepare("INSERT INTO raw_body VALUES (?, ?)");
    for (const Written& each : written) {
        SQLite::Statement columns(original, std::string("SELECT * FROM ") + each.table);
        std::string marks = "?";
        for (int column = 1; column < columns.getColumnCount(); ++column)
            marks += ", ?";
        bare_->inserts.push_back(bare_->prepare(std::string("INSERT OR REPLACE INTO ") +
                                                each.table + " VALUES (" + marks + ")"));
    }
}

RawTwin::~RawTwin() {
    bare_->forget_rows();
    for (sqlite3_stmt* insert : bare_->inserts)
        sqlite3_finalize(insert);
    sqlite3_finalize(bare_->insert_body);
    sqlite3_close(bare_->database);
}

void RawTwin::look(Database& original, const std::string& visit, std::int64_t after_position) {
    bare_->forget_rows();
    bare_->bodies.clear();
    std::string customer;
    {
        Statement of(original, "SELECT customer FROM visit WHERE id = ?");
        of.bind_all(visit);
        if (of.executeStep()) customer = of.getColumn(0).getString();
    }
    sqlite3* handle = original.getHandle();
    for (std::size_t table = 0; table < std::size(written); ++table) {
        const std::string sql =
            std::string("SELECT * FROM ") + written[table].table + " WHERE " + written[table].rows;
        sqlite3_stmt* query = nullptr;
        sqlite3_prepare_v2(handle, sql.c_str(), -1, &query, nullptr);
        const auto place = [&](const char* name) {
            return sqlite3_bind_parameter_index(query, name);
        };
        sqlite3_bind_int64(query, place(":position"), after_position);
        sqlite3_bind_text(query, place(":visit"), visit.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(query, place(":customer"), customer.c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(query) == SQLITE_ROW) {
            RawRow row{bare_->inserts[table], {}};
            for (int column = 0; column < sqlite3_column_count(query); ++column)
                row.values.push_back(sqlite3_value_dup(sqlite3_column_value(query, column)));
            bare_->rows.push_back(std::move(row));
        }
        sqlite3_finalize(query);
    }
    Statement events(original, "SELECT id, body FROM event WHERE position > ?");
    events.bind_all(after_position);
    while (events.executeStep())
        bare_->bodies.emplace_back(events.getColumn(0).getString(),
                                   events.getColumn(1).getString());
}

void RawTwin::commit() {
    bare_->run("BEGIN IMMEDIATE");
    for (const RawRow& row : bare_->rows) {
        for (std::size_t column = 0; column < row.values.size(); ++column)
            sqlite3_bind_value(row.insert, int(column) + 1, row.values[column]);
        bare_->step(row.insert);
    }
    bare_->run("COMMIT");
}

void RawTwin::commit_bodies() {
    bare_->run("BEGIN IMMEDIATE");
    for (const auto& [id, body] : bare_->bodies) {
        sqlite3_bind_text(bare_->insert_body, 1, id.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(bare_->insert_body, 2, body.c_str(), -1, SQLITE_STATIC);
        bare_->step(bare_->insert_body);
    }
    bare_->run("COMMIT");
}

}  // namespace foyer::bench
