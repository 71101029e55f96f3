# parallax_flags - what every target of ours is compiled with
add_library(parallax_flags INTERFACE)
target_compile_features(parallax_flags INTERFACE c_std_17)
target_include_directories(parallax_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
target_compile_definitions(parallax_flags INTERFACE
        _GNU_SOURCE PARALLAX_VERSION="${PROJECT_VERSION}")
target_compile_options(parallax_flags INTERFACE
        -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wvla -Wstrict-prototypes
        -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wimplicit-fallthrough -Wundef
        -fno-common -fstack-protector-strong)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_link_options(parallax_flags INTERFACE -Wl,-z,relro,-z,now)
if(PARALLAX_SANITIZE)
        target_compile_options(parallax_flags INTERFACE
                -fsanitize=${PARALLAX_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(parallax_flags INTERFACE -fsanitize=${PARALLAX_SANITIZE})
        target_compile_definitions(parallax_flags INTERFACE PARALLAX_SANITIZED=1)
else()
        target_compile_definitions(parallax_flags INTERFACE PARALLAX_SANITIZED=0)
endif()
if(PARALLAX_FUZZ)
        # Without it the fuzzer sees only its own file, and cannot tell a new path from an old one.
        target_compile_options(parallax_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
