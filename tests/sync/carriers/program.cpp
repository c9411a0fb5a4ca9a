#include "tests/sync/carriers/program.h"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace foyer::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto longest_run = 20s;
constexpr auto between_looks = 5ms;

[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& log) {
    ::setpgid(0, 0);
    // A test that is killed takes its programs along.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

Program::Program(const std::vector<std::string>& words, const fs::path& log) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    process_ = ::fork();
    if (process_ < 0) throw std::runtime_error(std::string("fork: ") + std::strerror(errno));
    if (process_ == 0) become(words, log);
    // Here as well as in the child: whoever comes first, kill() finds the group.
    ::setpgid(process_, process_);
}

Program::~Program() {
    kill();
}

void Program::reap(int options) {
    int status = 0;
    if (status_ || ::waitpid(process_, &status, options) != process_) return;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool Program::running() {
    reap(WNOHANG);
    return !status_;
}

std::optional<int> Program::wait(std::chrono::milliseconds patience) {
    wait_until([this] { return !running(); }, patience);
    return status_;
}

void Program::kill() {
    ::kill(-process_, SIGKILL);
    reap(0);
    // What it had started is ours since it died: only when all of it is gone are its locks, too.
    while (::waitpid(-process_, nullptr, 0) > 0 || errno == EINTR) {
    }
}

int run_program(const std::vector<std::string>& words, const fs::path& log) {
    Program program(words, log);
    const auto status = program.wait(longest_run);
    if (!status) throw std::runtime_error(words.front() + " does not end; see " + log.string());
    return *status;
}

bool has_program(const std::string& name) {
    std::string path = ::getenv("PATH") ? ::getenv("PATH") : "";
    path += ":/usr/sbin:/sbin";
    ::setenv("PATH", path.c_str(), 1);
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        const fs::path file = fs::path(path.substr(at, end - at)) / name;
        if (::access(file.c_str(), X_OK) == 0) return true;
        at = end + 1;
    }
    return false;
}

bool wait_until(const std::function<bool()>& so, std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!so()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(between_looks);
    }
    return true;
}

bool leave_the_network() {
    const int namespaces = ::geteuid() == 0 ? CLONE_NEWNET : CLONE_NEWNET | CLONE_NEWUSER;
    if (::unshare(namespaces) != 0) return false;
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return false;
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool up = ::ioctl(socket, SIOCSIFFLAGS, &loopback) == 0;
    ::close(socket);
    return up;
}

}  // namespace foyer::test
