# room(NAME USES … SOURCES … [TESTS …] [FUZZ …] [BENCH …] [LINKS …])
#
# A room is one folder of src/: a static library synoptic_NAME, one test program NAME_test, a replay (or
# libFuzzer) program per fuzz target, a benchmark program NAME_bench. A *_test.cc, *_fuzz.cc or *_bench.cc
# on disk that is not listed stops the configuration: a test that never runs is worse than none.
function(room name)
  cmake_parse_arguments(ROOM "" "" "USES;SOURCES;TESTS;FUZZ;BENCH;LINKS" ${ARGN})
  foreach(kind test fuzz bench)
    string(TOUPPER ${kind} list)
    if(kind STREQUAL "test")
      set(list TESTS)
    endif()
    file(GLOB found RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS *_${kind}.cc)
    foreach(file ${found})
      if(NOT file IN_LIST ROOM_${list})
        message(FATAL_ERROR "room ${name}: ${file} is on disk but not in ${list}")
      endif()
    endforeach()
  endforeach()

  set(library synoptic_${name})
  add_library(${library} STATIC ${ROOM_SOURCES})
  target_include_directories(${library} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  foreach(used ${ROOM_USES})
    target_link_libraries(${library} PUBLIC synoptic_${used})
  endforeach()
  target_link_libraries(${library} PUBLIC ${ROOM_LINKS} PRIVATE synoptic_warnings)

  if(ROOM_TESTS AND SYNOPTIC_TESTS AND NOT SYNOPTIC_FUZZ)
    add_executable(${name}_test ${ROOM_TESTS})
    target_link_libraries(${name}_test PRIVATE ${library} synoptic_warnings GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE SYNOPTIC_ROOT="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
  endif()

  foreach(file ${ROOM_FUZZ})
    fuzz_target(${name} ${library} ${file})
  endforeach()

  if(ROOM_BENCH AND benchmark_FOUND)
    add_executable(${name}_bench EXCLUDE_FROM_ALL ${ROOM_BENCH})
    target_link_libraries(${name}_bench PRIVATE ${library} synoptic_warnings benchmark::benchmark_main)
    target_compile_definitions(${name}_bench PRIVATE SYNOPTIC_ROOT="${PROJECT_SOURCE_DIR}")
    add_dependencies(benches ${name}_bench)
    set_property(GLOBAL APPEND PROPERTY SYNOPTIC_BENCHES ${name}_bench)
  endif()
endfunction()

# x_fuzz.cc: under clang with SYNOPTIC_FUZZ a libFuzzer program, otherwise a plain program that replays
# testdata/fuzz/x/ and a few made inputs, as a test.
function(fuzz_target room library file)
  get_filename_component(stem ${file} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" subject ${stem})
  if(SYNOPTIC_FUZZ)
    add_executable(${stem} ${file})
    target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(${stem} PRIVATE ${library})
    add_dependencies(fuzzers ${stem})
  elseif(SYNOPTIC_TESTS)
    add_executable(${stem}_replay ${file} ${PROJECT_SOURCE_DIR}/fuzz/replay_main.cc)
    target_link_libraries(${stem}_replay PRIVATE ${library} synoptic_warnings)
    add_test(NAME ${room}.fuzz.${subject}
             COMMAND ${stem}_replay ${CMAKE_CURRENT_SOURCE_DIR}/testdata/fuzz/${subject}
                     ${PROJECT_SOURCE_DIR}/fuzz/corpus ${PROJECT_SOURCE_DIR}/examples)
  endif()
endfunction()
