#include "kiosk/shell/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <utility>
#include <vector>

#include "kiosk/shell/picture_writer.h"

namespace foyer::kiosk {

namespace {

constexpr const char* without_display =
    "No display to draw on: DISPLAY is not set, or leads nowhere.\n"
    "Start Foyer on the kiosk's own screen or under cage; to see it on a machine without a "
    "screen,\n"
    "run the tour on a virtual display: xvfb-run -s \"-screen 0 1920x1920x24\" foyer --tour DIR";

constexpr const char* without_opengl =
    "The display cannot open a window with OpenGL 3.0. Install the graphics driver, or Mesa's\n"
    "software renderer (libgl1-mesa-dri).";

std::optional<Key> key_of(int glfw_key) {
    switch (glfw_key) {
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::enter;
        case GLFW_KEY_TAB:
            return Key::tab;
        case GLFW_KEY_ESCAPE:
            return Key::escape;
        case GLFW_KEY_BACKSPACE:
            return Key::backspace;
        case GLFW_KEY_DELETE:
            return Key::erase;
        case GLFW_KEY_LEFT:
            return Key::left;
        case GLFW_KEY_RIGHT:
            return Key::right;
        case GLFW_KEY_UP:
            return Key::up;
        case GLFW_KEY_DOWN:
            return Key::down;
        case GLFW_KEY_HOME:
            return Key::home;
        case GLFW_KEY_END:
            return Key::end;
        default:
            return std::nullopt;
    }
}

std::string last_complaint() {
    const char* description = nullptr;
    glfwGetError(&description);
    return description ? std::string("\n(") + description + ")" : std::string();
}

}  // namespace

/// The window and GLFW itself, gone in the right order also when construction fails half-way.
struct Window::Handle {
    Handle() {
        // ImGui of a kiosk needs no joystick, and looking for them reads every input device.
        glfwInitHint(GLFW_JOYSTICK_HAT_BUTTONS, GLFW_FALSE);
        if (!glfwInit()) throw NoDisplay(without_display + last_complaint());
    }
    ~Handle() {
        if (rendering) ImGui_ImplOpenGL3_Shutdown();
        if (window) glfwDestroyWindow(window);
        glfwTerminate();
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    void open(const WindowOptions& options) {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
        GLFWmonitor* const monitor = options.size ? nullptr : glfwGetPrimaryMonitor();
        PixelSize size = options.size.value_or(PixelSize{1080, 1920});
        if (monitor) {
            const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
            size = {mode->width, mode->height};
            // The desktop's own mode: the screen must not flicker into another.
            glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
            glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
        }
        window = glfwCreateWindow(size.width, size.height, options.title.c_str(), monitor, nullptr);
        if (!window) throw NoDisplay(without_opengl + last_complaint());
        glfwMakeContextCurrent(window);
        glfwSwapInterval(1);
        if (!ImGui_ImplOpenGL3_Init("#version 130")) throw NoDisplay(without_opengl);
        rendering = true;
        if (options.hide_pointer) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    }

    GLFWwindow* window = nullptr;
    bool rendering = false;
};

/// What GLFW calls, all on the UI thread inside wait().
struct Window::Callbacks {
    static Window& of(GLFWwindow* window) {
        return *static_cast<Window*>(glfwGetWindowUserPointer(window));
    }
    /// GLFW speaks of places in screen coordinates, which are not pixels everywhere.
    static void touch(GLFWwindow* window, TouchPhase phase, double x, double y) {
        int width = 1, height = 1;
        glfwGetWindowSize(window, &width, &height);
        Window& self = of(window);
        self.input_.touch(phase, float(x * self.size_.width / width),
                          float(y * self.size_.height / height));
    }
    static void moved(GLFWwindow* window, double x, double y) {
        touch(window, TouchPhase::move, x, y);
    }
    static void button(GLFWwindow* window, int button, int action, int) {
        if (button != GLFW_MOUSE_BUTTON_LEFT) return;
        double x = 0, y = 0;
        glfwGetCursorPos(window, &x, &y);
        touch(window, action == GLFW_PRESS ? TouchPhase::down : TouchPhase::up, x, y);
    }
    static void wheel(GLFWwindow* window, double, double lines) {
        of(window).input_.wheel(float(lines));
    }
    static void character(GLFWwindow* window, unsigned int character) {
        of(window).input_.type(char32_t(character));
    }
    static void key(GLFWwindow* window, int key, int, int action, int modifiers) {
        if (action == GLFW_RELEASE) return;
        if (key == GLFW_KEY_V && (modifiers & GLFW_MOD_CONTROL)) {
            if (const char* text = glfwGetClipboardString(window)) of(window).input_.paste(text);
        } else if (const auto meaning = key_of(key)) {
            of(window).input_.press(*meaning);
        }
    }
    static void resized(GLFWwindow* window, int width, int height) {
        of(window).size_ = {width, height};
        of(window).damaged_ = true;
    }
    static void uncovered(GLFWwindow* window) { of(window).damaged_ = true; }
};

Window::Window(const WindowOptions& options, InputQueue& input)
    : input_(input), handle_(std::make_unique<Handle>()) {
    handle_->open(options);
    glfwGetFramebufferSize(handle_->window, &size_.width, &size_.height);
    listen();
}

Window::~Window() = default;

void Window::listen() {
    GLFWwindow* const window = handle_->window;
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, Callbacks::moved);
    glfwSetMouseButtonCallback(window, Callbacks::button);
    glfwSetScrollCallback(window, Callbacks::wheel);
    glfwSetCharCallback(window, Callbacks::character);
    glfwSetKeyCallback(window, Callbacks::key);
    glfwSetFramebufferSizeCallback(window, Callbacks::resized);
    glfwSetWindowRefreshCallback(window, Callbacks::uncovered);
}

void Window::wait(std::int64_t milliseconds) {
    if (milliseconds > 0)
        glfwWaitEventsTimeout(double(milliseconds) / 1000);
    else
        glfwPollEvents();
}

void Window::wake() {
    glfwPostEmptyEvent();
}

bool Window::take_damage() {
    return std::exchange(damaged_, false);
}

bool Window::closing() const {
    return glfwWindowShouldClose(handle_->window);
}

void Window::draw(ImDrawData& frame) {
    ImGui_ImplOpenGL3_NewFrame();
    glViewport(0, 0, size_.width, size_.height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
}

void Window::present(ImDrawData& frame) {
    draw(frame);
    glfwSwapBuffers(handle_->window);
}

void Window::save_picture(const std::filesystem::path& file) {
    // Drawn once more: what has been swapped to the front may be covered by another window.
    draw(*ImGui::GetDrawData());
    const std::size_t row = std::size_t(size_.width) * 3;
    std::vector<std::uint8_t> upside_down(row * std::size_t(size_.height));
    glReadBuffer(GL_BACK);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size_.width, size_.height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
    std::vector<std::uint8_t> upright;
    upright.reserve(upside_down.size());
    for (std::size_t y = std::size_t(size_.height); y-- > 0;)
        upright.insert(upright.end(), upside_down.begin() + std::ptrdiff_t(y * row),
                       upside_down.begin() + std::ptrdiff_t((y + 1) * row));
    write_png(file, size_.width, size_.height, upright);
}

}  // namespace foyer::kiosk
