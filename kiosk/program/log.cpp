#include "kiosk/program/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace foyer::kiosk {
namespace {

constexpr std::size_t file_size = 1 << 20;
constexpr std::size_t older_files = 2;

}  // namespace

void log_to(const std::filesystem::path& file) {
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), file_size,
                                                                       older_files);
    spdlog::default_logger()->sinks().push_back(std::move(sink));
    spdlog::flush_on(spdlog::level::info);
}

void log_info(const std::string& line) {
    spdlog::info(line);
}
void log_warning(const std::string& line) {
    spdlog::warn(line);
}
void log_error(const std::string& line) {
    spdlog::error(line);
}

}  // namespace foyer::kiosk
