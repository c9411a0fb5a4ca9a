#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace foyer {

/// An SQLite database that keeps the statements it has prepared: preparing one costs more than
/// running it. One thread at a time.
class Database : public SQLite::Database {
  public:
    explicit Database(SQLite::Database&& opened) : SQLite::Database(std::move(opened)) {}

    /// The one number a query without parameters gives. Throws SQLite::Exception.
    std::int64_t number(std::string_view sql);

  private:
    friend class Statement;
    friend class Transaction;
    using Resting = std::vector<std::unique_ptr<SQLite::Statement>>;
    Resting& resting(std::string_view sql);

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    /// Statements nobody is using, by the text that was prepared.
    std::unordered_map<std::string, Resting, Hash, std::equal_to<>> resting_;
    int transactions_ = 0;  ///< that live, one within another
};

/// A statement borrowed from its database for as long as this lives; then it is reset and kept for
/// the next. Used like SQLite::Statement, which it turns into where one is asked for.
class Statement {
  public:
    /// Throws SQLite::Exception.
    Statement(Database& database, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    operator SQLite::Statement&() { return *own_; }

    /// All parameters at once, the first being number 1. Texts are copied.
    template <class... Values>
    void bind_all(const Values&... values) {
        SQLite::bind(*own_, values...);
    }
    /// Binds all parameters and runs to the end, as exec() does. Texts are not copied; an empty
    /// optional is NULL.
    template <class... Values>
    int run(const Values&... values) {
        int number = 0;
        (bind_in_place(++number, values), ...);
        return exec();
    }
    bool executeStep() { return own_->executeStep(); }
    /// Runs to the end and can be bound anew. Returns the number of rows changed.
    int exec() {
        const int changed = own_->exec();
        own_->reset();
        return changed;
    }
    /// Lets go of the rows, for a write that follows while this lives.
    void reset() { own_->reset(); }
    SQLite::Column getColumn(int index) { return own_->getColumn(index); }
    SQLite::Column getColumn(const char* name) { return own_->getColumn(name); }

  private:
    template <class Value>
    void bind_in_place(int number, const Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) {
            own_->bindNoCopy(number, value);
        } else if constexpr (std::is_same_v<Value, std::optional<std::int64_t>>) {
            value ? own_->bind(number, *value) : own_->bind(number);
        } else {
            own_->bind(number, value);
        }
    }

    Database::Resting& resting_;
    std::unique_ptr<SQLite::Statement> own_;
};

/// Everything written while it lives is written together, or, without commit(), not at all. Begins
/// at once as a writer. One within another is kept with that one, or undone alone. Throws
/// SQLite::Exception.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

  private:
    Database& database_;
    bool within_another_;
    bool committed_ = false;
};

}  // namespace foyer
