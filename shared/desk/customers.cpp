#include "shared/desk/desk.h"
#include "shared/projections/consents.h"

namespace foyer {
namespace {

constexpr const char* customer_columns =
    "SELECT id, phone, name, gender, note, first_seen, last_visit, visits, consultant, bought_at "
    "FROM customer ";

Customer customer_in(Statement& row) {
    Customer customer;
    customer.id = row.getColumn(0).getString();
    customer.phone = row.getColumn(1).getString();
    customer.name = row.getColumn(2).getString();
    customer.gender = from_word(row.getColumn(3).getString(), Gender::unsaid);
    customer.note = row.getColumn(4).getString();
    customer.first_seen = row.getColumn(5).getInt64();
    customer.last_visit = row.getColumn(6).getInt64();
    customer.visits = row.getColumn(7).getInt();
    customer.consultant = row.getColumn(8).getString();
    customer.bought_at = row.getColumn(9).getInt64();
    return customer;
}

}  // namespace

std::optional<Customer> Desk::find_customer(const std::string& e164) {
    Statement query(
        database(),
        std::string(customer_columns).append("WHERE phone = ? ORDER BY first_seen, id"));
    query.bind_all(e164);
    if (!query.executeStep()) return std::nullopt;
    return customer_in(query);
}

std::optional<Customer> Desk::customer(const Id& id) {
    Statement query(
        database(),
        std::string(customer_columns)
            .append("WHERE subject = (SELECT number FROM subject WHERE name = 'customer:' || ?)"));
    query.bind_all(id);
    if (!query.executeStep()) return std::nullopt;
    return customer_in(query);
}

std::vector<ConsentAnswer> Desk::consents(const Id& customer) {
    std::vector<ConsentAnswer> answers;
    for (const auto& [purpose, standing] : consents_of(database(), customer))
        answers.push_back({purpose, standing.granted});
    return answers;
}

}  // namespace foyer
