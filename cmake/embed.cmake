# embed_data(TARGET FOLDER [NAME FILE]…): a library with every file below FOLDER in its read-only data, found by its path
# relative to FOLDER through base/data.h, and each FILE, which the build may make, under its NAME. The assembler's
# .incbin keeps megabytes of weights cheap to build.
function(embed_data target folder)
  file(GLOB_RECURSE files RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*)
  list(FILTER files EXCLUDE REGEX "\\.md$|LICENSE")
  set(assembly "    .section .rodata\n")
  set(table "")
  set(number 0)
  set(entries "")
  foreach(file ${files})
    list(APPEND entries "${file}\t${folder}/${file}")
  endforeach()
  set(more ${ARGN})
  while(more)
    list(POP_FRONT more name path)
    list(APPEND entries "${name}\t${path}")
  endwhile()
  list(SORT entries)  # a file is found by halving; a tab is less than what names hold
  set(paths "")
  foreach(entry ${entries})
    string(REGEX MATCH "^([^\t]*)\t(.*)$" entry "${entry}")
    set(file ${CMAKE_MATCH_1})
    set(path ${CMAKE_MATCH_2})
    list(APPEND paths ${path})
    string(APPEND assembly "    .balign 16\nsynoptic_data_${number}:\n    .incbin \"${path}\"\n"
                           "synoptic_data_${number}_end:\n    .byte 0\n"
                           "    .globl synoptic_data_${number}\n    .globl synoptic_data_${number}_end\n")
    string(APPEND declarations "extern const char synoptic_data_${number}[], synoptic_data_${number}_end[];\n")
    string(APPEND table "    {\"${file}\", synoptic_data_${number}, synoptic_data_${number}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target})
  file(GENERATE OUTPUT ${out}.S CONTENT "${assembly}")
  file(GENERATE OUTPUT ${out}.cc CONTENT
"// Made by cmake/embed.cmake.
#include \"base/data_table.h\"
extern \"C\" {
${declarations}}
namespace synoptic {
const DataEntry kDataTable[] = {
${table}};
const unsigned long kDataCount = ${number};
}  // namespace synoptic
")
  set_source_files_properties(${out}.S PROPERTIES OBJECT_DEPENDS "${paths}" GENERATED TRUE)
  set_source_files_properties(${out}.cc PROPERTIES GENERATED TRUE)
  add_library(${target} STATIC ${out}.S ${out}.cc)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
endfunction()
