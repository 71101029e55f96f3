# The trained models, and the program that makes them (not built by default: README.md).
parallax_blob(parallax_models pos ${CMAKE_CURRENT_SOURCE_DIR}/models/pos.bin)
parallax_blob(parallax_models names ${CMAKE_CURRENT_SOURCE_DIR}/models/names.bin)
parallax_blob(parallax_models net ${CMAKE_CURRENT_SOURCE_DIR}/models/net.bin)
parallax_blob(parallax_models words ${CMAKE_CURRENT_SOURCE_DIR}/models/words.bin)

# Their inner loops are worth the compiler's best, where the build is an optimised one.
set_source_files_properties(models/net.c models/model.c models/words.c text/tagger_pos.c PROPERTIES
        COMPILE_OPTIONS "$<$<NOT:$<CONFIG:Debug>>:-O3>")

file(GLOB trainer_sources CONFIGURE_DEPENDS models/trainer/*.c)
add_executable(parallax-train EXCLUDE_FROM_ALL ${trainer_sources})
target_link_libraries(parallax-train PRIVATE parallax_text m)
