/* the tagger: parts of speech, lemmas and names in plain sentences, and bytes that hurt nobody
 */
#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "workers/models/blobs.h"
#include "workers/models/model.h"
#include "workers/models/net.h"
#include "workers/models/words.h"
#include "workers/text/stages.h"

static struct arena *arena;
static struct document doc;

static void given(const char *text)
{
        arena_free(arena);
        arena = arena_new(64 << 20);
        REQUIRE(arena);
        doc = (struct document){ .arena = arena, .english = true };
        doc.x = arena_alloc(arena, sizeof(*doc.x));
        doc.x->text = text;
        doc.x->text_size = (uint32_t)strlen(text);
        REQUIRE(!sentences_find(&doc) && !tokens_find(&doc) && !tags_find(&doc));
}

static const struct token *word(const char *lower)
{
        for (size_t i = 0; i < doc.n_tokens; i++)
                if (strcmp(doc.tokens[i].lower, lower) == 0)
                        return &doc.tokens[i];
        test_fail(__FILE__, __LINE__, "no word '%s'", lower);
        test_give_up();
}

TEST(verbs_nouns_and_names_are_told_apart)
{
        given("The ministers met in Vienna and promised to visit the ports next week.");
        EXPECT_INT(word("ministers")->fine, FINE_NNS);
        EXPECT_INT(word("met")->fine, FINE_VBD);
        EXPECT_INT(word("vienna")->upos, UPOS_PROPN);
        EXPECT_INT(word("visit")->fine, FINE_VB);
        EXPECT_INT(word("to")->fine, FINE_TO);
        EXPECT_INT(word(".")->upos, UPOS_PUNCT);
}

TEST(lemmas_undo_endings_and_know_irregular_forms)
{
        given("She said the children were hoping that officials visited cities and denied it.");
        EXPECT_STR(word("said")->lemma, "say");
        EXPECT_STR(word("children")->lemma, "child");
        EXPECT_STR(word("were")->lemma, "be");
        EXPECT_STR(word("hoping")->lemma, "hope");
        EXPECT_STR(word("visited")->lemma, "visit");
        EXPECT_STR(word("cities")->lemma, "city");
        EXPECT_STR(word("denied")->lemma, "deny");
        EXPECT_STR(word("officials")->lemma, "official");
}

TEST(a_verb_gets_its_silent_e_back_where_it_had_one)
{
        given("The suspect was extradited and they limited what the envoy was reciting. The "
              "doctors were lying, the plan was permitted and the judge focuses on women.");
        EXPECT_STR(word("extradited")->lemma, "extradite");
        EXPECT_STR(word("limited")->lemma, "limit");
        EXPECT_STR(word("reciting")->lemma, "recite");
        EXPECT_STR(word("lying")->lemma, "lie");
        EXPECT_STR(word("permitted")->lemma, "permit");
        EXPECT_STR(word("focuses")->lemma, "focus");
        EXPECT_STR(word("women")->lemma, "woman");
}

TEST(names_of_persons_and_places_are_found)
{
        given("Mary Robinson travelled from Dublin to Berlin.");
        EXPECT_INT(word("mary")->name, NAME_PERSON);
        EXPECT(word("mary")->name_begins);
        EXPECT_INT(word("robinson")->name, NAME_PERSON);
        EXPECT(!word("robinson")->name_begins);
        EXPECT_INT(word("dublin")->name, NAME_PLACE);
        EXPECT(word("dublin")->name_confidence >= 50);
        EXPECT_INT(word("travelled")->name, NAME_NONE);
}

TEST(a_sentence_of_many_words_is_tagged_to_its_end)
{
        enum { WORDS = 20000 };
        char *text = malloc(WORDS * 6 + 1), *p = text;

        REQUIRE(text);
        for (int i = 0; i < WORDS; i++)
                p = stpcpy(p, i % 2 ? "ship, " : "Peter ");
        given(text);
        EXPECT_INT(doc.tokens[doc.n_tokens - 2].upos, UPOS_NOUN);
        free(text);
        given("");
        EXPECT_INT(doc.n_tokens, 0);
}

TEST(words_of_one_field_have_vectors_that_point_the_same_way)
{
        struct words words;
        int16_t paris[WORDS_DIMENSIONS], vienna[WORDS_DIMENSIONS], guitar[WORDS_DIMENSIONS];
        int32_t near = 0, far = 0;
        unsigned wider;

        REQUIRE(!words_open(&words, blob_words, (size_t)(blob_words_end - blob_words)));
        words_vector(&words, words_find(&words, "paris", 5), paris);
        words_vector(&words, words_find(&words, "vienna", 6), vienna);
        words_vector(&words, words_find(&words, "guitar", 6), guitar);
        for (int i = 0; i < WORDS_DIMENSIONS; i++) {
                near += paris[i] * vienna[i];
                far += paris[i] * guitar[i];
        }
        EXPECT(near > 2 * far && near > 0);
        EXPECT_INT(words_find(&words, "qqzxv-unheard", 13), WORDS_NONE);
        words_vector(&words, WORDS_NONE, paris);
        EXPECT_INT(paris[0], 0);
        EXPECT_INT(words_cluster(&words, WORDS_NONE, &wider), 0);
}

TEST(a_damaged_model_is_refused)
{
        static const unsigned char words[20] = "PXW1\1\0\0\0\31\0\0\0\4\0\0\0";
        static const unsigned char net[12] = "PXN1\10\0\0\0\11\0\0";
        struct words w;
        struct net n;

        static const unsigned char half[20] = "PXM2";
        struct model model;

        EXPECT_INT(model_open(&model, half, sizeof(half)), MODEL_E_MALFORMED);
        EXPECT_INT(model_open(&model, half, 3), MODEL_E_MALFORMED);
        EXPECT_INT(words_open(&w, words, sizeof(words)), MODEL_E_MALFORMED);
        EXPECT_INT(words_open(&w, words, 3), MODEL_E_MALFORMED);
        EXPECT_INT(net_open(&n, net, sizeof(net)), MODEL_E_MALFORMED);
        EXPECT_INT(net_open(&n, half, sizeof(half)), MODEL_E_MALFORMED);
        EXPECT_INT(model_open(&model, (const unsigned char *)"", 0), MODEL_E_MALFORMED);
}
