# foyer_room(NAME SOURCES ... LINKS ...): one room of the house, a static library with the project's warnings.
# What a room links is all it may include: the layers of the README are kept here and by tests/house.
function(foyer_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow=local -Wnon-virtual-dtor -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 misjudges concatenated std::strings when it optimises (its bugs 105329, 105651).
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict
      -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
  if(FOYER_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${FOYER_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${FOYER_SANITIZE})
  endif()
endfunction()

# One precompiled header for all rooms, which is why they share these options.
add_compile_options(-pthread)
add_library(foyer_common_headers STATIC ${CMAKE_SOURCE_DIR}/.cmake/common_headers.cpp)
target_precompile_headers(foyer_common_headers PRIVATE ${CMAKE_SOURCE_DIR}/.cmake/common_headers.h)
foyer_warnings(foyer_common_headers)

function(foyer_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ROOM_LINKS})
  target_precompile_headers(${name} REUSE_FROM foyer_common_headers)
  foyer_warnings(${name})
endfunction()

# foyer_test(NAME SOURCES ... LINKS ...): one doctest executable, registered with CTest.
function(foyer_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} foyer_test_main)
  target_compile_definitions(${name} PRIVATE FOYER_SOURCE_DIR="${CMAKE_SOURCE_DIR}" FOYER_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_precompile_headers(${name} REUSE_FROM foyer_common_headers)
  foyer_warnings(${name})
  add_test(NAME ${name} COMMAND ${name})
endfunction()
