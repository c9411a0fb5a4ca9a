#include <nlohmann/json.hpp>

#include "shared/desk/desk.h"

namespace foyer {
namespace {

using nlohmann::json;

}  // namespace

Desk::Desk(Journal& journal, std::shared_ptr<const Pack> pack)
    : journal_(journal), pack_(std::move(pack)), calendar_(pack_->time_zone) {}

void Desk::use_pack(std::shared_ptr<const Pack> pack) {
    pack_ = std::move(pack);
    calendar_ = Calendar(pack_->time_zone);
}

bool Desk::complete_record(const Id& visit, const RecordDetails& details, std::string_view staff) {
    const std::optional<BoardRow> row = this->visit(visit);
    if (!row) return false;
    Journal::Batch batch(journal_);
    Id customer = row->customer;
    json fields = json::object();
    if (details.phone && !details.phone->empty()) {
        const std::optional<Customer> known = find_customer(*details.phone);
        if (known) {
            customer = known->id;
        } else {
            if (customer.empty()) customer = customer_id(*details.phone);
            fields["phone"] = *details.phone;
        }
    }
    if (details.name) fields["name"] = *details.name;
    if (details.gender) fields["gender"] = word(*details.gender);
    if (!customer.empty() && !fields.empty()) {
        batch.add(staff, event_kind::customer_recorded,
                  json{{"customer", customer}, {"fields", fields}}.dump());
    }
    json body = {{"visit", visit}};
    if (!customer.empty()) body["customer"] = customer;
    if (details.party_size) body["party_size"] = *details.party_size;
    if (details.purpose) body["purpose"] = *details.purpose;
    if (details.source) body["source"] = word(*details.source);
    if (details.note) body["note"] = *details.note;
    batch.add(staff, event_kind::visit_recorded, body.dump());
    batch.commit();
    return true;
}

bool Desk::assign(const Id& visit, const std::string& consultant, std::string_view staff) {
    if (!this->visit(visit) || !pack_->find_staff(consultant)) return false;
    json body = {
        {"visit", visit}, {"consultant", consultant}, {"reason", word(AssignmentReason::staff)}};
    if (const Id customer = customer_of(visit); !customer.empty()) body["customer"] = customer;
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::visit_assigned, body.dump());
    batch.commit();
    return true;
}

bool Desk::receive(const Id& visit, std::string_view staff) {
    const std::optional<BoardRow> row = this->visit(visit);
    if (!row || !row->waiting()) return false;
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::visit_received, json{{"visit", visit}}.dump());
    batch.commit();
    return true;
}

bool Desk::depart(const Id& visit, VisitOutcome outcome, const std::string& product,
                  std::string_view staff) {
    const std::optional<BoardRow> row = this->visit(visit);
    if (!row || row->departed_at != 0) return false;
    json body = {{"visit", visit}, {"outcome", word(outcome)}};
    if (!row->customer.empty()) body["customer"] = row->customer;
    if (!product.empty()) body["product"] = product;
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::visit_departed, body.dump());
    batch.commit();
    return true;
}

Id Desk::customer_of(const Id& visit) {
    Statement query(database(), "SELECT customer FROM visit WHERE id = ?");
    query.bind_all(visit);
    return query.executeStep() ? query.getColumn(0).getString() : Id();
}

}  // namespace foyer
