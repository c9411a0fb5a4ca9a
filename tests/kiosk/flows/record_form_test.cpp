#include "kiosk/flows/record_form.h"

#include <doctest/doctest.h>

#include "kiosk/flows/reception_command.h"
#include "shared/text/characters.h"
#include "tests/kiosk/flows/reception_world.h"

namespace foyer::kiosk {
namespace {

void type(RecordForm& form, FormField field, std::string_view text) {
    form.focus = field;
    for (const char32_t character : characters_of(text))
        type_into(form, character);
}

RecordForm loaded(ReceptionWorld& world, const Id& visit) {
    const BoardRow row = world.desk->visit(visit).value();
    return form_of(row, row.customer.empty() ? std::nullopt : world.desk->customer(row.customer));
}

void look_up(ReceptionWorld& world, RecordForm& form) {
    if (const auto e164 = phone_to_look_up(form)) {
        phone_looked_up(form, *e164, world.desk->find_customer(*e164));
    }
}

}  // namespace

TEST_CASE("completing a nameless record makes it complete and says so on the board") {
    ReceptionWorld world;
    const Id visit = world.arrive("", "");
    RecordForm form = loaded(world, visit);
    CHECK(missing_fields(form, world.pack->registration) ==
          std::vector<RegistrationField>{RegistrationField::phone, RegistrationField::name});
    CHECK(world.desk->arrivals().incomplete.size() == 1);

    type(form, FormField::phone, "138 0013 8000");
    type(form, FormField::name, "陈建国");
    form.gender = Gender::male;
    CHECK(missing_fields(form, world.pack->registration).empty());
    REQUIRE(hand_in(form) == FormFault::none);
    REQUIRE(
        carry_out(*world.desk, CompleteRecord{visit, changes(form)}, std::string("tan")).result ==
        CommandResult::done);
    const ArrivalsBoard board = world.desk->arrivals();
    CHECK(board.incomplete.empty());
    CHECK(board.waiting.at(0).name == "陈建国");
    CHECK(board.waiting.at(0).gender == Gender::male);
}

TEST_CASE("a record that was not touched has no changes") {
    ReceptionWorld world;
    RecordForm form = loaded(world, world.arrive("+8613800138000", "陈建国"));
    CHECK_FALSE(changed(changes(form)));
    form.party_size = 5;
    const RecordDetails details = changes(form);
    CHECK(details.party_size == 5);
    CHECK_FALSE(details.name.has_value());
    CHECK_FALSE(details.phone.has_value());
}

TEST_CASE("a known number fills in whose it is and never renames them") {
    ReceptionWorld world;
    world.arrive("+8613800138000", "赵桂兰");
    const Id visit = world.arrive("", "");
    RecordForm form = loaded(world, visit);
    type(form, FormField::phone, "13800138000");
    look_up(world, form);
    REQUIRE(form.known.has_value());
    CHECK(form.name == "赵桂兰");
    CHECK_FALSE(phone_to_look_up(form).has_value());
    const RecordDetails details = changes(form);
    CHECK(details.phone == "+8613800138000");
    CHECK_FALSE(details.name.has_value());
    carry_out(*world.desk, CompleteRecord{visit, details}, std::string("tan"));
    CHECK(world.desk->visit(visit)->customer == customer_id("+8613800138000"));
}

TEST_CASE("a known buyer at the counter is a repeat purchase") {
    RecordForm form = blank_form();
    Customer buyer;
    buyer.name = "赵桂兰";
    buyer.bought_at = 1;
    phone_looked_up(form, "+8613800138000", buyer);
    CHECK(form.source == VisitSource::repeat_purchase);
}

TEST_CASE("what was typed before the known customer was found is kept") {
    RecordForm form = blank_form();
    type(form, FormField::name, "赵女士");
    Customer known;
    known.name = "赵桂兰";
    known.gender = Gender::female;
    phone_looked_up(form, "+8613800138000", known);
    CHECK(form.name == "赵女士");
    CHECK(form.gender == Gender::female);
}

TEST_CASE("a name alone cannot be kept: a customer is known by their phone") {
    RecordForm form = blank_form();
    type(form, FormField::name, "陈建国");
    CHECK(hand_in(form) == FormFault::name_needs_phone);
    CHECK(form.focus == FormField::phone);
    CHECK(form.name == "陈建国");
}

TEST_CASE("half a number is not handed in, and told only then") {
    RecordForm form = blank_form();
    type(form, FormField::phone, "1380013");
    CHECK(form.phone.told() == PhoneFault::none);
    CHECK(hand_in(form) == FormFault::phone);
    CHECK(form.phone.told() == PhoneFault::too_short);
}

TEST_CASE("a party that leaves no details is registered all the same") {
    ReceptionWorld world;
    RecordForm form = blank_form();
    form.party_size = 3;
    form.wished_consultant = "shen";
    REQUIRE(hand_in(form) == FormFault::none);
    const CommandOutcome outcome =
        carry_out(*world.desk, RegisterParty{arrival_of(form), form.note}, std::string("tan"));
    REQUIRE(outcome.result == CommandResult::done);
    CHECK(outcome.arrival.ticket.consultant == "shen");
    const ArrivalsBoard board = world.desk->arrivals();
    REQUIRE(board.waiting.size() == 1);
    CHECK(board.waiting[0].party_size == 3);
    CHECK(board.waiting[0].customer.empty());
    CHECK_FALSE(board.waiting[0].complete);
}

TEST_CASE("typing goes to the field in focus, is bounded, and can be taken back by characters") {
    RecordForm form = blank_form();
    type(form, FormField::name, "欧阳娜");
    erase_from(form);
    CHECK(form.name == "欧阳");
    type(form, FormField::note, std::string(500, 'x'));
    CHECK(form.note.size() == longest_note);
    clear_field(form);
    CHECK(form.note.empty());
    CHECK(form.name == "欧阳");
    CHECK(field_after(FormField::note) == FormField::phone);
}

}  // namespace foyer::kiosk
