#include "shared/pack/pack_checks.h"

#include <set>
#include <string>

#include "shared/pack/pack_refusal.h"

namespace foyer {
namespace {

std::string place(const std::string& list, std::size_t index, const std::string& rest = "") {
    return list + "/" + std::to_string(index) + rest;
}

/// Every id of a list stands once; `seen` carries over lists that share one space of ids.
template <class Element>
void check_unique(const std::vector<Element>& elements, const std::string& file,
                  const std::string& list, std::set<std::string>& seen) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (seen.insert(elements[i].id).second) continue;
        throw PackRefusal(PackFault::duplicate_id, file, place(list, i, "/id"),
                          "the id \"" + elements[i].id + "\" stands twice");
    }
}

template <class Element>
void check_unique(const std::vector<Element>& elements, const std::string& file,
                  const std::string& list) {
    std::set<std::string> seen;
    check_unique(elements, file, list, seen);
}

void need(bool known, const char* file, const std::string& pointer, const std::string& what,
          const std::string& id) {
    if (known) return;
    throw PackRefusal(PackFault::unknown_reference, file, pointer,
                      "there is no " + what + " \"" + id + "\"");
}

void check_ids(const Pack& pack) {
    check_unique(pack.seating, "pack.json", "/seating");
    check_unique(pack.policies, "policy.json", "/policies");
    check_unique(pack.campaigns, "policy.json", "/campaigns");
    for (std::size_t i = 0; i < pack.policies.size(); ++i) {
        check_unique(pack.policies[i].channels, "policy.json", place("/policies", i, "/channels"));
    }
    check_unique(pack.staff, "staff.json", "/staff");
    check_unique(pack.registration.purposes, "registration.json", "/purposes");
    check_unique(pack.registration.consents, "registration.json", "/consents");
    check_unique(pack.registration.sources, "registration.json", "/sources");
    check_unique(pack.registration.relationships, "registration.json", "/relationships");
    check_unique(pack.registration.age_bands, "registration.json", "/age_bands");
    check_unique(pack.products, "products.json", "/products");
    for (std::size_t i = 0; i < pack.products.size(); ++i) {
        check_unique(pack.products[i].trims, "products.json", place("/products", i, "/trims"));
    }
    check_unique(pack.gallery.filters, "gallery.json", "/filters");
    check_unique(pack.gallery.groups, "gallery.json", "/groups");
    std::set<std::string> entries;
    for (std::size_t i = 0; i < pack.gallery.groups.size(); ++i) {
        const GalleryGroup& group = pack.gallery.groups[i];
        check_unique(group.plans, "gallery.json", place("/groups", i, "/plans"));
        check_unique(group.entries, "gallery.json", place("/groups", i, "/entries"), entries);
    }
}

void check_policies(const Pack& pack) {
    for (std::size_t i = 0; i < pack.policies.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Policy &one = pack.policies[j], &other = pack.policies[i];
            if (one.until < other.from || other.until < one.from) continue;
            throw PackRefusal(PackFault::overlapping_dates, "policy.json",
                              place("/policies", i, "/from"),
                              "policies " + one.id + " and " + other.id + " share days");
        }
    }
    for (std::size_t i = 0; i < pack.campaigns.size(); ++i) {
        const Campaign& campaign = pack.campaigns[i];
        for (std::size_t j = 0; j < campaign.products.size(); ++j) {
            need(pack.find_product(campaign.products[j]), "policy.json",
                 place(place("/campaigns", i, "/products"), j), "product", campaign.products[j]);
        }
    }
}

void check_staff(const Pack& pack) {
    if (pack.staff_with(StaffRole::manager).empty()) {
        throw PackRefusal(PackFault::not_enough_staff, "staff.json", "/staff",
                          "nobody has the role \"manager\"");
    }
    if (pack.staff_with(pack.people.role).empty()) {
        throw PackRefusal(PackFault::not_enough_staff, "pack.json", "/people/role",
                          "nobody has the role of the people page");
    }
    for (std::size_t i = 0; i < pack.rotation.order.size(); ++i) {
        const std::string& id = pack.rotation.order[i];
        const StaffMember* member = pack.find_staff(id);
        need(member && member->has_role(StaffRole::consultant), "staff.json",
             place("/rotation/order", i), "consultant", id);
    }
    for (std::size_t i = 0; i < pack.staff.size(); ++i) {
        const StaffMember& member = pack.staff[i];
        for (std::size_t j = 0; j < member.signature_works.size(); ++j) {
            need(pack.find_entry(member.signature_works[j]), "staff.json",
                 place(place("/staff", i, "/signature_works"), j), "gallery entry",
                 member.signature_works[j]);
        }
        for (std::size_t j = 0; j < member.experience.size(); ++j) {
            need(pack.find_group(member.experience[j].group), "staff.json",
                 place(place("/staff", i, "/experience"), j, "/group"), "gallery group",
                 member.experience[j].group);
        }
    }
}

void check_entry(const Pack& pack, const GalleryGroup& group, const GalleryEntry& entry,
                 const std::string& pointer) {
    if (!entry.plan.empty()) {
        need(group.find_plan(entry.plan), "gallery.json", pointer + "/plan", "plan", entry.plan);
    }
    if (!entry.person.empty()) {
        need(pack.find_staff(entry.person), "gallery.json", pointer + "/person", "member of staff",
             entry.person);
    }
    for (std::size_t i = 0; i < entry.products.size(); ++i) {
        need(pack.find_product(entry.products[i].product), "gallery.json",
             place(pointer + "/products", i, "/product"), "product", entry.products[i].product);
    }
}

void check_gallery(const Pack& pack) {
    for (std::size_t i = 0; i < pack.gallery.groups.size(); ++i) {
        const GalleryGroup& group = pack.gallery.groups[i];
        for (std::size_t j = 0; j < group.entries.size(); ++j) {
            check_entry(pack, group, group.entries[j], place(place("/groups", i, "/entries"), j));
        }
    }
    for (std::size_t i = 0; i < pack.attract.size(); ++i) {
        const std::string& entry = pack.attract[i].entry;
        need(entry.empty() || pack.find_entry(entry), "pack.json", place("/attract", i, "/entry"),
             "gallery entry", entry);
    }
}

}  // namespace

void check_pack(const Pack& pack) {
    check_ids(pack);
    check_policies(pack);
    check_staff(pack);
    check_gallery(pack);
}

}  // namespace foyer
