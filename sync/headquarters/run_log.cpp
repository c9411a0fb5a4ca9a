#include "sync/headquarters/run_log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace foyer::sync {
namespace {

constexpr const char* logger_name = "foyer-hq";
constexpr std::size_t largest_log = 1u << 20;
constexpr std::size_t kept_logs = 3;

}  // namespace

RunLog::RunLog(const std::filesystem::path& file) {
    auto to_file = std::make_shared<spdlog::sinks::rotating_file_sink_st>(file.string(),
                                                                          largest_log, kept_logs);
    auto to_terminal = std::make_shared<spdlog::sinks::stderr_color_sink_st>();
    to_terminal->set_level(spdlog::level::warn);
    const auto logger = std::make_shared<spdlog::logger>(
        logger_name, spdlog::sinks_init_list{to_file, to_terminal});
    logger->flush_on(spdlog::level::info);
    spdlog::register_logger(logger);
}

RunLog::~RunLog() {
    spdlog::drop(logger_name);
}

void RunLog::note(const std::string& sentence) {
    spdlog::get(logger_name)->info("{}", sentence);
}

void RunLog::warn(const std::string& sentence) {
    spdlog::get(logger_name)->warn("{}", sentence);
}

}  // namespace foyer::sync
