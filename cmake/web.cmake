# build_web(OUT): builds the web application of web/ and sets OUT to NAME FILE pairs for embed_data. Without npm, or with
# SYNOPTIC_WEB off, OUT is empty and the program serves its interface alone.
option(SYNOPTIC_WEB "Build the web application into the program (npm)" ON)
find_program(SYNOPTIC_NPM npm)

function(build_web out)
  set(${out} "" PARENT_SCOPE)
  if(NOT SYNOPTIC_WEB)
    return()
  endif()
  if(NOT SYNOPTIC_NPM)
    message(WARNING "npm is not installed: the program is built without the web application")
    return()
  endif()
  set(web ${PROJECT_SOURCE_DIR}/web)
  set(dist ${CMAKE_BINARY_DIR}/web)
  set(pairs "")
  set(files "")
  foreach(name index.html early.js icon.svg assets/app.js assets/app.css)
    list(APPEND pairs web/app/${name} ${dist}/${name})
    list(APPEND files ${dist}/${name})
  endforeach()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/* ${PROJECT_SOURCE_DIR}/data/show/*.css)
  list(FILTER sources EXCLUDE REGEX "\\.test\\.ts$")
  # Packages are installed beside the sources, where every build finds them.
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/web-packages.stamp
    COMMAND ${SYNOPTIC_NPM} ci --silent --prefer-offline --no-audit --no-fund
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/web-packages.stamp
    DEPENDS ${web}/package.json ${web}/package-lock.json
    WORKING_DIRECTORY ${web}
    COMMENT "Installing the packages of the web application" VERBATIM)
  add_custom_command(
    OUTPUT ${files}
    COMMAND ${SYNOPTIC_NPM} exec --offline -- vite build --logLevel warn --emptyOutDir --outDir ${dist}
    DEPENDS ${CMAKE_BINARY_DIR}/web-packages.stamp ${sources} ${web}/index.html ${web}/vite.config.ts ${web}/tsconfig.json
    WORKING_DIRECTORY ${web}
    COMMENT "Building the web application" VERBATIM)
  set(${out} ${pairs} PARENT_SCOPE)
endfunction()
