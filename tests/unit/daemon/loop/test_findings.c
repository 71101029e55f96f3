/* What changed between two pictures of a ledger. */
#include <string.h>

#include "daemon/findings.h"
#include "tests/unit/test.h"

static struct findings before, after;
static struct findings_change change;

static void add(struct findings *findings, char letter, unsigned char id, uint64_t content)
{
        struct row_finding finding = { .id = { 0, 0, 0, id },
                                       .letter = letter,
                                       .content = content };
        const struct row_value row = { .n_findings = 1,
                                       .findings = &finding,
                                       .body = { "", 0 } };
        struct buffer bytes = { .limit = 0 };

        row_value_put(&bytes, &row);
        EXPECT_INT(findings_add(findings, &(struct blob){ bytes.data, bytes.size }), 0);
        buffer_clear(&bytes);
}

static void when_compared(void)
{
        EXPECT_INT(findings_compare(&before, &after, &change), 0);
}

static void done(void)
{
        findings_clear(&before);
        findings_clear(&after);
        findings_change_clear(&change);
}

TEST(findings_come_go_and_change)
{
        add(&before, 'c', 1, 10);
        add(&before, 'c', 2, 20);
        add(&before, 'g', 3, 30);
        add(&after, 'g', 3, 30);
        add(&after, 'c', 2, 21);
        add(&after, 'o', 4, 40);
        when_compared();
        EXPECT_INT(change.n_added, 1);
        EXPECT_STR(change.added[0].text, "o00000004");
        EXPECT_INT(change.n_changed, 1);
        EXPECT_STR(change.changed[0].text, "c00000002");
        EXPECT_INT(change.n_removed, 1);
        EXPECT_STR(change.removed[0].text, "c00000001");
        done();
}

TEST(a_finding_in_two_rows_is_one)
{
        add(&before, 'q', 1, 10);
        add(&before, 'q', 1, 20);
        add(&after, 'q', 1, 20);
        add(&after, 'q', 1, 10);
        when_compared();
        EXPECT_INT(change.n_added + change.n_changed + change.n_removed, 0);
        done();
}

TEST(a_part_of_a_finding_that_goes_is_a_change)
{
        add(&before, 'q', 1, 10);
        add(&before, 'q', 1, 20);
        add(&after, 'q', 1, 10);
        when_compared();
        EXPECT_INT(change.n_changed, 1);
        EXPECT_INT(change.n_removed, 0);
        done();
}

TEST(ids_are_sorted_as_texts)
{
        add(&after, 'o', 1, 1);
        add(&after, 'c', 255, 1);
        add(&after, 'c', 2, 1);
        when_compared();
        EXPECT_STR(change.added[0].text, "c00000002");
        EXPECT_STR(change.added[1].text, "c000000ff");
        EXPECT_STR(change.added[2].text, "o00000001");
        done();
}

TEST(nothing_and_nothing_differ_in_nothing)
{
        when_compared();
        EXPECT_INT(change.n_added + change.n_changed + change.n_removed, 0);
        done();
}

TEST(a_row_that_is_none_is_refused)
{
        EXPECT_INT(findings_add(&before, &(struct blob){ "garbage", 7 }), FRAME_E_MALFORMED);
        done();
}
