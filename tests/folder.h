/* folder - a temporary folder for a store */
#pragma once

enum { FOLDER_BYTES = 64 };

/** Makes one, or ends the program. */
void folder_make(char dir[FOLDER_BYTES]);
/** Removes it and the files in it. */
void folder_remove(const char *dir);
