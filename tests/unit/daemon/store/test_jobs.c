/* Jobs, log 2 and dead letters */
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

TEST(jobs_are_listed_until_they_are_settled)
{
        uint64_t numbers[8];
        size_t n;

        fixture_open(&f, NULL);
        given_articles(&f, 5);
        begin(&f);
        EXPECT_INT(settle(&f, 2), 0);
        EXPECT_INT(txn_count_jobs(f.txn), 4);
        EXPECT_INT(txn_list_jobs(f.txn, 0, numbers, 8, &n), 0);
        EXPECT_INT(n, 4);
        EXPECT_INT(numbers[0], 1);
        EXPECT_INT(numbers[1], 3);
        EXPECT_INT(txn_list_jobs(f.txn, 4, numbers, 1, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(numbers[0], 4);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_second_result_is_refused)
{
        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(settle(&f, 1), 0);
        EXPECT_INT(settle(&f, 1), STORE_E_NOT_FOUND);
        EXPECT_INT(settle_failed(&f, 1, "late"), STORE_E_NOT_FOUND);
        EXPECT_INT(settle(&f, 2), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_result_comes_back_as_it_went_in)
{
        struct settled s;
        struct txn *txn;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(settle(&f, 1), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_settled(txn, 1, &s, &f.buffer), 0);
        EXPECT_INT(s.kind, SETTLED_RESULT);
        EXPECT_INT(s.attempts, 1);
        EXPECT(s.extraction.size == 16 && memcmp(s.extraction.data, "{\"text\":", 8) == 0);
        EXPECT(s.signature.size == 9 && memcmp(s.signature.data, "signature", 9) == 0);
        EXPECT(s.keys.size == 4 && memcmp(s.keys.data, "keys", 4) == 0);
        EXPECT_INT(txn_get_settled_head(txn, 1, &s, &f.buffer), 0);
        EXPECT_INT(s.extraction.size, 0);
        EXPECT_INT(s.signature.size, 9);
        EXPECT_INT(txn_get_settled(txn, 2, &s, &f.buffer), STORE_E_NOT_FOUND);
        txn_abort(txn);
        fixture_close(&f);
}

TEST(log_2_ends_where_the_first_unsettled_entry_is)
{
        fixture_open(&f, NULL);
        given_articles(&f, 3);
        begin(&f);
        EXPECT_INT(settle(&f, 2), 0);
        EXPECT_INT(txn_advance_linked(f.txn, 1), STORE_E_NOT_FOUND);
        EXPECT_INT(settle(&f, 1), 0);
        EXPECT_INT(txn_advance_linked(f.txn, 2), STORE_E_INVALID);
        EXPECT_INT(txn_advance_linked(f.txn, 1), 0);
        EXPECT_INT(txn_advance_linked(f.txn, 2), 0);
        EXPECT_INT(txn_advance_linked(f.txn, 3), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_linked_end(f.txn), 2);
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_reopen(&f);
        begin(&f);
        EXPECT_INT(txn_linked_end(f.txn), 2);
        txn_abort(f.txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(the_current_version_is_what_was_linked)
{
        uint64_t number = 99;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(txn_get_current(f.txn, "a1", 2, &number), 0);
        EXPECT_INT(number, 0);
        EXPECT_INT(txn_set_current(f.txn, "a1", 2, 1), 0);
        EXPECT_INT(txn_get_current(f.txn, "a1", 2, &number), 0);
        EXPECT_INT(number, 1);
        EXPECT_INT(txn_set_current(f.txn, "a1", 2, 0), 0);
        EXPECT_INT(txn_set_current(f.txn, "a1", 2, 0), 0);
        EXPECT_INT(txn_get_current(f.txn, "a1", 2, &number), 0);
        EXPECT_INT(number, 0);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(the_window_start_is_kept)
{
        fixture_open(&f, NULL);
        given_articles(&f, 2);
        begin(&f);
        EXPECT_INT(txn_window_start(f.txn), 0);
        EXPECT_INT(txn_set_window_start(f.txn, 2), 0);
        EXPECT_INT(txn_set_window_start(f.txn, 9), STORE_E_INVALID);
        EXPECT_INT(txn_commit(f.txn), 0);
        begin(&f);
        EXPECT_INT(txn_window_start(f.txn), 2);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_failure_becomes_a_dead_letter)
{
        struct dead_letter letter;
        uint64_t numbers[4];
        size_t n;

        fixture_open(&f, NULL);
        given_articles(&f, 2);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 2, "worker ended by signal 11"), 0);
        EXPECT_INT(txn_list_dead(f.txn, 0, numbers, 4, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(numbers[0], 2);
        EXPECT_INT(txn_get_dead(f.txn, 2, &letter, &f.buffer), 0);
        EXPECT_INT(letter.attempts, 5);
        EXPECT(letter.time_us > 0);
        EXPECT(letter.id.size == 2 && memcmp(letter.id.data, "a2", 2) == 0);
        EXPECT(memcmp(letter.reason.data, "worker ended", 12) == 0);
        EXPECT_INT(txn_get_dead(f.txn, 1, &letter, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_dropped_letter_stays_settled)
{
        struct settled s;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 1, "why"), 0);
        EXPECT_INT(txn_drop_dead(f.txn, 1), 0);
        EXPECT_INT(txn_drop_dead(f.txn, 1), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_settled(f.txn, 1, &s, &f.buffer), 0);
        EXPECT_INT(s.kind, SETTLED_FAILED);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_requeued_letter_is_a_new_entry_that_tries_the_same_article)
{
        struct article_entry e;
        uint64_t number = 0;
        enum receipt_status status;

        fixture_open(&f, NULL);
        given_articles(&f, 2);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 1, "why"), 0);
        EXPECT_INT(txn_requeue_dead(f.txn, 1, &number), 0);
        EXPECT_INT(number, 3);
        EXPECT_INT(txn_requeue_dead(f.txn, 1, &number), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_article(f.txn, 3, &e, &f.buffer), 0);
        EXPECT_INT(e.kind, ENTRY_REQUEUE);
        EXPECT_INT(e.original, 1);
        EXPECT_INT(e.previous, 1);
        EXPECT(e.body.size == 5 && memcmp(e.body.data, "words", 5) == 0);
        EXPECT_INT(put(&f, an_article("a1", "S", "words"), &status), 3);
        EXPECT_INT(status, RECEIPT_DUPLICATE);
        EXPECT_INT(txn_count_jobs(f.txn), 2);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_letter_requeued_twice_still_tries_the_first_entry)
{
        struct article_entry e;
        uint64_t number = 0;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 1, "why"), 0);
        EXPECT_INT(txn_requeue_dead(f.txn, 1, &number), 0);
        EXPECT_INT(settle_failed(&f, number, "again"), 0);
        EXPECT_INT(txn_requeue_dead(f.txn, number, &number), 0);
        EXPECT_INT(number, 3);
        EXPECT_INT(txn_get_article(f.txn, number, &e, &f.buffer), 0);
        EXPECT_INT(e.original, 1);
        EXPECT_INT(e.previous, 2);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_letter_that_a_newer_version_has_passed_is_not_requeued)
{
        uint64_t number;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        begin(&f);
        EXPECT_INT(settle_failed(&f, 1, "why"), 0);
        put(&f, an_article("a1", "S", "newer"), NULL);
        EXPECT_INT(txn_requeue_dead(f.txn, 1, &number), STORE_E_INVALID);
        EXPECT_INT(txn_articles_end(f.txn), 2);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}
