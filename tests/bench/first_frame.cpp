// From the start of a process to its first frame on the glass: Foyer against a bare ImGui window
// that writes one line in the same font. Each start is a process of its own, timed from outside.
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>

#include "kiosk/demo/demo_world.h"
#include "kiosk/demo/process.h"
#include "kiosk/program/program.h"
#include "kiosk/shell/window.h"
#include "tests/bench/benches.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {
namespace {

constexpr int starts = 7;

void tell(int pipe) {
    const char done = 1;
    if (write(pipe, &done, 1) != 1) throw std::runtime_error("nobody listens");
}

/// Milliseconds from the start of a child to its message.
double start_child(const char* which) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const std::string program = kiosk::program_folder() / "foyer-bench";
    const std::string number = std::to_string(ends[1]);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execl(program.c_str(), program.c_str(), "--child", which, "--pipe", number.c_str(),
              nullptr);
        _exit(127);
    }
    close(ends[1]);
    char done = 0;
    const bool told = read(ends[0], &done, 1) == 1;
    const double time =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!told) throw std::runtime_error(std::string(which) + " did not show a frame");
    return time;
}

}  // namespace

int show_first_frame_of_foyer(int pipe) {
    const test::TemporaryFolder folder;
    kiosk::ProgramOptions options;
    options.home = folder.path();
    options.assets = FOYER_ASSETS;
    options.pack = options.assets / "packs" / "tile";
    const SystemClock clock;
    SystemRandom random;
    SystemFiles files;
    kiosk::Program program(options, clock, random, files, [](kiosk::InputQueue& input) {
        return std::make_unique<kiosk::Window>(
            kiosk::WindowOptions{.size = kiosk::PixelSize{1080, 1920}}, input);
    });
    while (!program.shell().loop().statistics().first_frame())
        program.shell().loop().step(10);
    tell(pipe);
    return 0;
}

int show_first_frame_of_bare_window(int pipe) {
    if (!glfwInit()) return 1;
    GLFWwindow* window = glfwCreateWindow(1080, 1920, "bare", nullptr, nullptr);
    if (!window) return 1;
    glfwMakeContextCurrent(window);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init();
    ImFontConfig config;
    config.FontNo = 2;
    ImFont* font = io.Fonts->AddFontFromFileTTF(kiosk::FontFiles::find().sans.c_str(), 48, &config);
    io.DisplaySize = {1080, 1920};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::GetForegroundDrawList()->AddText(font, 48, {100, 100}, IM_COL32_WHITE, "门开着，请进");
    ImGui::Render();
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    glFinish();
    tell(pipe);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    glfwTerminate();
    return 0;
}

std::vector<Row> first_frame() {
    std::vector<double> ours, bare;
    start_child("foyer");
    start_child("bare");
    for (int start = 0; start < starts; ++start) {
        ours.push_back(start_child("foyer"));
        bare.push_back(start_child("bare"));
    }
    return {{"from start to first frame, 1080x1920", median(ours), "ms",
             "a bare ImGui window, same font", median(ours) / median(bare), "<=1.5"}};
}

std::vector<Row> memory_after_tour() {
    const test::TemporaryFolder folder;
    const kiosk::ProcessResult tour = kiosk::run_process(
        kiosk::program_folder() / "foyer", {"--tour", (folder.path() / "tour").string()});
    const std::string mark = "resident memory ";
    const auto at = tour.output.find(mark);
    if (tour.exit_code != 0 || at == std::string::npos) {
        throw std::runtime_error("the tour stopped: " + tour.output);
    }
    return {{"resident memory after the tour",
             std::stod(tour.output.substr(at + mark.size())),
             "MiB",
             "",
             {},
             ""}};
}

}  // namespace foyer::bench
