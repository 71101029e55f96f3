/* Articles: what the contract says of ids, versions, duplicates and retractions */
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

TEST(articles_are_numbered_from_one_without_gaps)
{
        fixture_open(&f, NULL);
        given_articles(&f, 3);
        begin(&f);
        EXPECT_INT(txn_articles_end(f.txn), 3);
        EXPECT_INT(put(&f, an_article("b", "S", "x"), NULL), 4);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(articles_come_back_as_they_went_in)
{
        struct article_entry in = an_article("id", "The Source", "{\"text\":\"words\"}"), out;
        char *raw = calloc(1, 100000);
        struct txn *txn;

        REQUIRE(raw);
        memset(raw, 'x', 100000);
        in.raw = (struct blob){ raw, 100000 };
        fixture_open(&f, NULL);
        begin(&f);
        put(&f, in, NULL);
        EXPECT_INT(txn_commit(f.txn), 0);
        fixture_reopen(&f);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_article(txn, 1, &out, &f.buffer), 0);
        EXPECT_INT(out.kind, ENTRY_ARTICLE);
        EXPECT_INT(out.number, 1);
        EXPECT_INT(out.previous, 0);
        EXPECT_INT(out.received_us, 7);
        EXPECT_INT(out.id.size, 2);
        EXPECT(memcmp(out.source.data, "The Source", 10) == 0);
        EXPECT(memcmp(out.body.data, in.body.data, in.body.size) == 0);
        EXPECT_INT(out.raw.size, 100000);
        EXPECT(memcmp(out.raw.data, raw, 100000) == 0);
        EXPECT(memcmp(out.content, in.content, 16) == 0);
        EXPECT_INT(txn_get_article(txn, 2, &out, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_article(txn, 0, &out, &f.buffer), STORE_E_NOT_FOUND);
        txn_abort(txn);
        free(raw);
        fixture_close(&f);
}

TEST(articles_without_raw_bytes_have_none)
{
        struct article_entry out;
        struct txn *txn;

        fixture_open(&f, NULL);
        given_articles(&f, 1);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_article(txn, 1, &out, &f.buffer), 0);
        EXPECT(out.raw.data == NULL);
        txn_abort(txn);
        fixture_close(&f);
}

TEST(articles_a_b_a_again_are_three_versions)
{
        enum receipt_status status;

        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(put(&f, an_article("id", "S", "A"), &status), 1);
        EXPECT_INT(status, RECEIPT_STORED);
        EXPECT_INT(put(&f, an_article("id", "S", "B"), &status), 2);
        EXPECT_INT(status, RECEIPT_VERSION);
        EXPECT_INT(put(&f, an_article("id", "S", "A"), &status), 3);
        EXPECT_INT(status, RECEIPT_VERSION);
        EXPECT_INT(put(&f, an_article("id", "S", "A"), &status), 3);
        EXPECT_INT(status, RECEIPT_DUPLICATE);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(articles_know_the_version_before_them)
{
        struct article_entry out;
        uint64_t latest;
        struct txn *txn;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        put(&f, an_article("other", "S", "A"), NULL);
        put(&f, an_article("id", "S", "B"), NULL);
        EXPECT_INT(txn_commit(f.txn), 0);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_article(txn, 3, &out, &f.buffer), 0);
        EXPECT_INT(out.previous, 1);
        EXPECT_INT(txn_find_article(txn, "id", 2, &latest), 0);
        EXPECT_INT(latest, 3);
        EXPECT_INT(txn_find_article(txn, "none", 4, &latest), STORE_E_NOT_FOUND);
        txn_abort(txn);
        fixture_close(&f);
}

TEST(articles_of_one_id_have_one_source)
{
        struct article_entry other = an_article("id", "T", "A");
        struct receipt receipt;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        EXPECT_INT(txn_put_article(f.txn, &other, &receipt), STORE_E_INVALID);
        other = a_retraction("id", "T");
        EXPECT_INT(txn_put_article(f.txn, &other, &receipt), STORE_E_INVALID);
        EXPECT_INT(txn_articles_end(f.txn), 1);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_retraction_of_the_unknown_is_invalid)
{
        struct article_entry e = a_retraction("id", "S");
        struct receipt receipt;

        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), STORE_E_INVALID);
        EXPECT_INT(txn_articles_end(f.txn), 0);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_retraction_takes_a_number_and_settles_itself)
{
        enum receipt_status status;
        struct settled settled;
        struct txn *txn;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        EXPECT_INT(put(&f, a_retraction("id", "S"), &status), 2);
        EXPECT_INT(status, RECEIPT_RETRACTED);
        EXPECT_INT(txn_count_jobs(f.txn), 1);
        EXPECT_INT(txn_commit(f.txn), 0);
        txn = begin_read(&f);
        EXPECT_INT(txn_get_settled(txn, 2, &settled, &f.buffer), 0);
        EXPECT_INT(settled.kind, SETTLED_RETRACTION);
        txn_abort(txn);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(a_retraction_repeated_gives_the_number_of_the_one_in_force)
{
        enum receipt_status status;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        put(&f, a_retraction("id", "S"), NULL);
        EXPECT_INT(put(&f, a_retraction("id", "S"), &status), 2);
        EXPECT_INT(status, RECEIPT_RETRACTED);
        EXPECT_INT(txn_articles_end(f.txn), 2);
        txn_abort(f.txn);
        fixture_close(&f);
}

TEST(a_later_version_revives_what_was_retracted)
{
        enum receipt_status status;

        fixture_open(&f, NULL);
        begin(&f);
        put(&f, an_article("id", "S", "A"), NULL);
        put(&f, a_retraction("id", "S"), NULL);
        EXPECT_INT(put(&f, an_article("id", "S", "A"), &status), 3);
        EXPECT_INT(status, RECEIPT_VERSION);
        EXPECT_INT(put(&f, a_retraction("id", "S"), &status), 4);
        EXPECT_INT(status, RECEIPT_RETRACTED);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(an_id_has_1_to_256_bytes)
{
        struct article_entry e = an_article("", "S", "A");
        struct receipt receipt;
        char id[257];

        memset(id, 'i', sizeof(id));
        fixture_open(&f, NULL);
        begin(&f);
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), STORE_E_INVALID);
        e.id = (struct blob){ id, 257 };
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), STORE_E_INVALID);
        e.id.size = 256;
        EXPECT_INT(txn_put_article(f.txn, &e, &receipt), 0);
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}
