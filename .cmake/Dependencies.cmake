# Every library Foyer stands on, found once. Rooms link these names and nothing else.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(valijson REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

# libphonenumber ships no CMake file (Debian 12).
add_library(foyer_phonenumber INTERFACE)
target_link_libraries(foyer_phonenumber INTERFACE phonenumber protobuf)

if(NOT FOYER_KIOSK)
  return()
endif()
find_package(ZXing REQUIRED)
find_package(glfw3 3.3 REQUIRED)
find_package(OpenGL REQUIRED)
pkg_check_modules(gstreamer REQUIRED IMPORTED_TARGET gstreamer-1.0 gstreamer-app-1.0 gstreamer-video-1.0)
pkg_check_modules(pixbuf REQUIRED IMPORTED_TARGET gdk-pixbuf-2.0)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(rime REQUIRED IMPORTED_TARGET rime)
# Only the handwriting templates are made with these, at build time.
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)

# Dear ImGui, unpacked by .setup/imgui. Built as it is, never patched.
set(FOYER_IMGUI_DIR ${CMAKE_SOURCE_DIR}/build/imgui CACHE PATH "Sources of Dear ImGui >= 1.92")
if(NOT EXISTS ${FOYER_IMGUI_DIR}/imgui.h)
  message(FATAL_ERROR "Dear ImGui is not in ${FOYER_IMGUI_DIR}: run .setup/imgui first")
endif()
add_library(foyer_imgui STATIC
  ${FOYER_IMGUI_DIR}/imgui.cpp
  ${FOYER_IMGUI_DIR}/imgui_draw.cpp
  ${FOYER_IMGUI_DIR}/imgui_tables.cpp
  ${FOYER_IMGUI_DIR}/imgui_widgets.cpp
  ${FOYER_IMGUI_DIR}/backends/imgui_impl_glfw.cpp
  ${FOYER_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(foyer_imgui SYSTEM PUBLIC ${FOYER_IMGUI_DIR} ${FOYER_IMGUI_DIR}/backends)
# Characters beyond the BMP (rare names) need 32-bit code points.
target_compile_definitions(foyer_imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS)
target_link_libraries(foyer_imgui PUBLIC glfw OpenGL::GL)
