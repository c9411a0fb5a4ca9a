#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

/// A program of this machine that a test runs, in a process group of its own so that nothing of it
/// outlives the test. One thread.
class Program {
  public:
    /// Starts it; `words` begin with its name. Everything it says goes to the end of `log`.
    Program(const std::vector<std::string>& words, const std::filesystem::path& log);
    /// Kills what still runs.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool running();
    /// Its exit status, -1 if a signal ended it; nothing if it still runs after `patience`.
    std::optional<int> wait(std::chrono::milliseconds patience);
    /// SIGKILL to it and to every process it started, as a power cut would.
    void kill();

  private:
    void reap(int options);

    pid_t process_ = -1;
    std::optional<int> status_;
};

/// Runs a program to its end, 20 seconds at most, and gives its exit status.
int run_program(const std::vector<std::string>& words, const std::filesystem::path& log);

/// Whether PATH (or one of the system's folders for programs of the administrator) has it.
bool has_program(const std::string& name);

/// Waits until `so`, asking again every few milliseconds. False after `patience`.
bool wait_until(const std::function<bool()>& so, std::chrono::milliseconds patience);

/// Puts this process, and whatever it starts from now on, into a network of its own that holds the
/// loopback device and nothing else. False if the system does not allow that.
bool leave_the_network();

}  // namespace foyer::test
