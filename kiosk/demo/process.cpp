#include "kiosk/demo/process.h"

#include <glib.h>
#include <sys/wait.h>

#include <memory>
#include <stdexcept>

namespace foyer::kiosk {

ProcessResult run_process(const std::filesystem::path& program,
                          const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    char *output = nullptr, *errors = nullptr;
    GError* error = nullptr;
    int status = 0;
    if (!g_spawn_sync(nullptr, argv.data(), nullptr, G_SPAWN_DEFAULT, nullptr, nullptr, &output,
                      &errors, &status, &error)) {
        const std::unique_ptr<GError, decltype(&g_error_free)> owned(error, g_error_free);
        throw std::runtime_error("cannot run " + program.string() + ": " + owned->message);
    }
    const std::unique_ptr<char, decltype(&g_free)> owned_output(output, g_free);
    const std::unique_ptr<char, decltype(&g_free)> owned_errors(errors, g_free);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return {code, output, errors};
}

std::filesystem::path program_folder() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace foyer::kiosk
