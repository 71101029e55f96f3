#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "proto/frame.h"
#include "tests/unit/test.h"

static struct blob blob(const char *text)
{
        return (struct blob){ text, strlen(text) };
}

static bool same(struct blob b, const char *text)
{
        return b.size == strlen(text) && memcmp(b.data, text, b.size) == 0;
}

TEST(frame_of_a_job_is_read_back)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct frame_job job = { 77, JOB_FOLD, blob("body") }, back;
        enum frame_type type;
        size_t size;

        frame_put_job(&out, &job);
        EXPECT_INT(frame_size(out.data, out.size, &size), 1);
        EXPECT_INT(size, out.size);
        EXPECT_INT(frame_type(out.data, out.size, &type), 0);
        EXPECT_INT(type, FRAME_JOB);
        REQUIRE(frame_get_job(&back, out.data, out.size) == 0);
        EXPECT(back.job == 77 && back.kind == JOB_FOLD && same(back.body, "body"));
}

TEST(frame_is_waited_for_until_it_is_whole)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct frame_result result = { 1, 0, blob("xyz") };
        size_t size;

        frame_put_result(&out, &result);
        for (size_t n = 0; n < out.size; n++)
                EXPECT_INT(frame_size(out.data, n, &size), 0);
        EXPECT_INT(frame_size(out.data, out.size, &size), 1);
}

TEST(frame_longer_than_the_limit_is_told_from_its_head)
{
        const unsigned char head[] = { 0xFF, 0xFF, 0xFF, 0xFF };
        size_t size;

        EXPECT_INT(frame_size(head, sizeof(head), &size), -EMSGSIZE);
}

TEST(frame_with_any_byte_cut_off_or_of_another_version_is_malformed)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct frame_ready ready = { 1, blob("v"), blob("l") }, back;

        frame_put_ready(&out, &ready);
        for (size_t n = 0; n < out.size; n++)
                EXPECT_INT(frame_get_ready(&back, out.data, n), FRAME_E_MALFORMED);
        out.data[4]++;
        EXPECT_INT(frame_get_ready(&back, out.data, out.size), FRAME_E_MALFORMED);
}

TEST(fold_job_is_read_back_with_rows_in_order)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct row_blob rows[] = { { blob("a"), blob("1") }, { blob("b"), { "", 0 } } };
        struct account_blob accounts[] = { { 4, blob("{}") }, { 9, blob("[]") } };
        struct fold_job job = { { 4, 9, 0 }, 2, 2, rows, accounts }, back;

        fold_job_put(&out, &job);
        REQUIRE(fold_job_get(&back, out.data, out.size) == 0);
        EXPECT_INT(back.n_rows, 2);
        EXPECT(same(back.rows[0].key, "a") && back.rows[1].value.size == 0);
        EXPECT(back.accounts[1].number == 9 && same(back.accounts[1].extraction, "[]"));
        free(back.rows);
        free(back.accounts);
}

TEST(fold_job_with_rows_out_of_order_is_malformed)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct row_blob rows[] = { { blob("b"), blob("1") }, { blob("a"), blob("2") } };
        struct fold_job job = { { 1, 1, 0 }, 2, 0, rows, NULL }, back;

        fold_job_put(&out, &job);
        EXPECT_INT(fold_job_get(&back, out.data, out.size), FRAME_E_MALFORMED);
}

TEST(row_value_is_read_back)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct blob refs[] = { blob("other") };
        struct row_finding findings[] = { { { 1, 2, 3, 4 }, 'c', 99 } };
        struct row_value value = { 1, refs, 1, findings, blob("inside") }, back;

        row_value_put(&out, &value);
        REQUIRE(row_value_get(&back, out.data, out.size) == 0);
        EXPECT(same(back.refs[0], "other") && same(back.body, "inside"));
        EXPECT(back.findings[0].letter == 'c' && back.findings[0].content == 99);
        row_value_clear(&back);
        EXPECT_INT(row_value_get(&back, out.data, out.size - 1), FRAME_E_MALFORMED);
}

TEST(keys_must_be_sorted_and_distinct)
{
        _cleanup_(buffer_clear) struct buffer good = { 0 }, twice = { 0 };

        buffer_put_u32(&good, 2);
        buffer_put_string(&good, "a");
        buffer_put_string(&good, "b");
        EXPECT_INT(keys_check(good.data, good.size), 0);
        buffer_put_u32(&twice, 2);
        buffer_put_string(&twice, "a");
        buffer_put_string(&twice, "a");
        EXPECT_INT(keys_check(twice.data, twice.size), FRAME_E_MALFORMED);
        EXPECT_INT(keys_check("\xFF\xFF\xFF\xFF", 4), FRAME_E_MALFORMED);
}
