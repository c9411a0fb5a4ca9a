#include "kiosk/input/rime_engine.h"

#include <rime_api.h>

#include <atomic>
#include <mutex>
#include <stdexcept>

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

/// librime keeps its service, its modules and its log in globals.
std::atomic<bool> engine_exists = false;

/// Below a device no folder can be made: whatever librime should try to keep, it cannot.
constexpr const char* nowhere = "/dev/null/foyer";

constexpr const char* schema_names[] = {"foyer_simplified", "foyer_traditional", "foyer_strokes"};
constexpr const char* table_names[] = {"pinyin_simp", "luna_pinyin", "stroke"};

void require(const fs::path& file) {
    if (!fs::is_regular_file(file)) {
        throw std::runtime_error("Chinese input lacks the file " + file.string());
    }
}

/// librime itself says of a missing table nothing but that it has no candidates.
void require_files(const RimeFolders& folders) {
    require(folders.schemas / "default.yaml");
    for (const std::string schema : schema_names)
        require(folders.schemas / (schema + ".schema.yaml"));
    for (const std::string table : table_names) {
        require(folders.data / "build" / (table + ".table.bin"));
        require(folders.data / "build" / (table + ".prism.bin"));
    }
}

void start(const RimeFolders& folders) {
    const std::string data = folders.data.string(), tables = (folders.data / "build").string();
    const std::string schemas = folders.schemas.string();
    const char* modules[] = {"core", "dict", "gears", nullptr};
    RIME_STRUCT(RimeTraits, traits);
    traits.shared_data_dir = data.c_str();
    traits.prebuilt_data_dir = tables.c_str();
    traits.staging_dir = schemas.c_str();
    traits.user_data_dir = nowhere;
    traits.app_name = "rime.foyer";
    traits.modules = modules;
    traits.log_dir = "";
    traits.min_log_level = 2;
    // Its log can be set up only once in a process.
    static std::once_flag log_set_up;
    std::call_once(log_set_up, [&] { rime_get_api()->setup(&traits); });
    rime_get_api()->initialize(&traits);
}

}  // namespace

RimeEngine::RimeEngine(const RimeFolders& folders) {
    require_files(folders);
    if (engine_exists.exchange(true)) throw std::logic_error("there is one librime in a process");
    start(folders);
}

RimeEngine::~RimeEngine() {
    for (const std::uintptr_t session : sessions_) {
        if (session) rime_get_api()->destroy_session(session);
    }
    rime_get_api()->finalize();
    engine_exists = false;
}

std::uintptr_t RimeEngine::session(Table table) {
    std::uintptr_t& session = sessions_[std::size_t(table)];
    if (session == 0) {
        session = rime_get_api()->create_session();
        const char* schema = schema_names[std::size_t(table)];
        if (!session || !rime_get_api()->select_schema(session, schema)) {
            throw std::runtime_error(std::string("librime refuses the schema ") + schema);
        }
    }
    return session;
}

std::vector<RimeEngine::Word> RimeEngine::words(Table table, std::string_view keys,
                                                std::size_t limit) {
    RimeApi* const rime = rime_get_api();
    const std::uintptr_t asked = session(table);
    for (const char key : keys)
        rime->process_key(asked, key, 0);
    std::vector<Word> words;
    RimeCandidateListIterator each{};
    if (rime->candidate_list_begin(asked, &each)) {
        while (words.size() < limit && rime->candidate_list_next(&each)) {
            const char* reading = each.candidate.comment;
            words.push_back({each.candidate.text, reading ? reading : ""});
        }
        rime->candidate_list_end(&each);
    }
    rime->clear_composition(asked);
    return words;
}

}  // namespace foyer::kiosk
