#include "shared/security/pin.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace foyer {
namespace {

/// The wait after the first, second … wrong PIN in a row.
constexpr std::array<std::int64_t, PinGuard::tries_before_lock> waits = {
    0, one_second, 5 * one_second, 30 * one_second, PinGuard::lock_time};

void ready() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
}

}  // namespace

std::string hash_pin(std::string_view pin, const PinCost& cost) {
    ready();
    char hash[crypto_pwhash_STRBYTES];
    // The salt comes from the operating system inside libsodium, never from a seeded Random.
    if (crypto_pwhash_str_alg(hash, pin.data(), pin.size(), cost.operations, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("not enough memory to hash a PIN");
    }
    return hash;
}

bool verify_pin(std::string_view pin, const std::string& hash) {
    ready();
    return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

const PinGuard::Record* PinGuard::record(const std::string& staff) const {
    const auto found = records_.find(staff);
    return found == records_.end() ? nullptr : &found->second;
}

std::int64_t PinGuard::wait(const std::string& staff) const {
    const Record* known = record(staff);
    return known ? std::max<std::int64_t>(0, known->free_at - clock_.ticks()) : 0;
}

bool PinGuard::locked(const std::string& staff) const {
    const Record* known = record(staff);
    return known && known->failures >= tries_before_lock && wait(staff) > 0;
}

int PinGuard::tries_left(const std::string& staff) const {
    const Record* known = record(staff);
    if (!known) return tries_before_lock;
    if (known->failures < tries_before_lock) return tries_before_lock - known->failures;
    return wait(staff) > 0 ? 0 : tries_before_lock;
}

void PinGuard::failed(const std::string& staff) {
    Record& known = records_[staff];
    if (known.failures >= tries_before_lock && wait(staff) == 0) known.failures = 0;
    known.failures = std::min(known.failures + 1, tries_before_lock);
    known.free_at = clock_.ticks() + waits[std::size_t(known.failures) - 1];
}

void PinGuard::succeeded(const std::string& staff) {
    records_.erase(staff);
}

std::string PinGuard::save() const {
    nlohmann::json saved = nlohmann::json::object();
    for (const auto& [staff, known] : records_) {
        saved[staff] = {{"failures", known.failures}, {"wait", wait(staff)}};
    }
    return saved.dump();
}

void PinGuard::restore(std::string_view saved) try {
    std::map<std::string, Record> records;
    for (const auto json = nlohmann::json::parse(saved);
         const auto& [staff, known] : json.items()) {
        const int failures = known.at("failures");
        const std::int64_t left = known.at("wait");
        records[staff] = {std::clamp(failures, 1, tries_before_lock),
                          clock_.ticks() + std::clamp<std::int64_t>(left, 0, lock_time)};
    }
    records_ = std::move(records);
} catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(std::string("the record of wrong PINs cannot be read: ") +
                             error.what());
}

}  // namespace foyer
