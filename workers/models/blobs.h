/* blobs - the trained models that are built in (models.cmake) */
#pragma once

extern const unsigned char blob_pos[], blob_pos_end[];
extern const unsigned char blob_names[], blob_names_end[];
extern const unsigned char blob_net[], blob_net_end[];
extern const unsigned char blob_words[], blob_words_end[];
