#include "sync/folder/sent_files.h"
#include "sync/headquarters.h"
#include "sync/photos/photo_files.h"

namespace foyer::sync {

void Headquarters::take_photos(RunReport& report) {
    PhotoArchive archive = photo_archive();
    archive.follow(clock_.now());
    for (const EnrolledKiosk& kiosk : KioskRegistry(store_).all()) {
        if (!kiosk.introduced() || kiosk.revoked()) continue;
        const std::size_t before = report.problems.size();
        const auto place = photo_place(kiosk.name);
        try {
            report.photos += archive.take_in(kiosk, folder_, report.problems);
        } catch (const FileError& error) {
            report.problems.push_back(
                {SyncProblemKind::unreadable, place.filename().string(), error.what()});
        }
        for (std::size_t i = before; i < report.problems.size(); ++i)
            report.problems[i].file.insert(0, kiosk.name + "/");
    }
}

std::optional<PhotoWords> Headquarters::photo_words(const EnrolledKiosk& kiosk) {
    const bool answered = SentFiles(store_).standing(kiosk.name).empty();
    PhotoWords words = photo_archive().words(kiosk, clock_.now(), answered);
    if (words.empty()) return std::nullopt;
    return words;
}

/// What was said before photos were looked at did not wait for them.
void Headquarters::answer_photos(RunReport& report) {
    for (EnrolledKiosk kiosk : KioskRegistry(store_).all()) {
        const bool reads =
            schema_for(kiosk.reads_from, kiosk.reads_to, options_.release).has_value();
        if (!kiosk.introduced() || kiosk.revoked() || !reads || !photo_words(kiosk)) continue;
        while (freeze_answer(kiosk))
            ++report.answers;
        move_anchor(true);
        write_answers(kiosk);
    }
}

}  // namespace foyer::sync
