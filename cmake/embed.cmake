# parallax_lexicons(TARGET FILE...) - word lists, compiled in as sorted, hashed tables
#
# NAME.txt becomes `const struct lexicon lexicon_NAME`; the format is in workers/lexicon/lexicon.h.
function(parallax_lexicons target)
        set(out ${PROJECT_BINARY_DIR}/generated/${target})
        set(sources)
        foreach(file IN LISTS ARGN)
                get_filename_component(name ${file} NAME_WE)
                add_custom_command(
                        OUTPUT ${out}/${name}.c
                        COMMAND ${PARALLAX_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/lexicon.py
                                ${file} ${out}/${name}.c
                        DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/lexicon.py
                        VERBATIM)
                list(APPEND sources ${out}/${name}.c)
        endforeach()
        target_sources(${target} PRIVATE ${sources})
endfunction()

# parallax_blob(TARGET NAME FILE) - a file's bytes as `blob_NAME[]`, ending at `blob_NAME_end[]`
function(parallax_blob target name file)
        set(out ${PROJECT_BINARY_DIR}/generated/${target}/blob_${name}.S)
        file(CONFIGURE OUTPUT ${out} CONTENT [[
        .section .rodata
        .global blob_@name@
        .global blob_@name@_end
        .balign 16
blob_@name@:
        .incbin "@file@"
blob_@name@_end:
        .byte 0
        .section .note.GNU-stack,"",%progbits
]] @ONLY)
        set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${file})
        target_sources(${target} PRIVATE ${out})
endfunction()
