#include "kiosk/program/type_command.h"

#include <fstream>
#include <ostream>
#include <stdexcept>

#include "kiosk/input/ink_lines.h"
#include "kiosk/input/rime_composer.h"

namespace foyer::kiosk {
namespace {

int type_keys(const ComposeQuery& query, const std::filesystem::path& assets, std::ostream& out) {
    RimeComposer composer({.schemas = assets / "rime"});
    const Composed composed = composer.compose(query);
    for (const Candidate& candidate : composed.candidates)
        out << candidate.text << "\n";
    return composed.candidates.empty() ? 1 : 0;
}

int type_strokes(const TypeRequest& request, std::ostream& out) {
    const Handwriting handwriting(FOYER_HANDWRITING_TEMPLATES);
    std::ifstream file(request.strokes);
    if (!file) throw std::runtime_error(request.strokes.string() + ": cannot be read");
    int number = 0, bad = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        const auto strokes = ink_of_line(line);
        if (!strokes) {
            out << "line " << number << ": not strokes of points x,y parted by |\n";
            ++bad;
            continue;
        }
        const char* gap = "";
        for (const std::string& character : handwriting.recognise(
                 {.strokes = *strokes, .script = request.keys.script, .name = request.keys.name})) {
            out << gap << character;
            gap = " ";
        }
        out << "\n";
    }
    return number == 0 || bad > 0 ? 1 : 0;
}

}  // namespace

int type_candidates(const TypeRequest& request, const std::filesystem::path& assets,
                    std::ostream& out) {
    if (!request.strokes.empty()) return type_strokes(request, out);
    return type_keys(request.keys, assets, out);
}

}  // namespace foyer::kiosk
