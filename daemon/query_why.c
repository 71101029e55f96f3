/* query_why - the sentences that the evidence of a finding stands in */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "daemon/query_ask.h"
#include "proto/comparison.h"

enum { WHY_SLICE = 8 }; /* articles read in one slice */

/* ------------------------------------------------------------ collecting the evidence */

/* Whatever in a finding has an article and a span (or the words that stand outside the text).
 */
static bool is_evidence(const json_t *value)
{
        return json_text(value, "article") &&
               (json_object_get(value, "span") || json_object_get(value, "literal"));
}

static void collect(json_t *value, json_t *into, int depth)
{
        const char *key;
        size_t i;
        json_t *inner;

        if (depth > 8 || json_array_size(into) >= QUERY_EVIDENCE_MAX)
                return;
        if (is_evidence(value)) {
                (void)json_array_append(into, value);
                return;
        }
        json_array_foreach(value, i, inner) collect(inner, into, depth + 1);
        if (!json_is_object(value))
                return;
        json_object_foreach(value, key, inner) collect(inner, into, depth + 1);
}

/* Source and URL of each, from the comparison's list of articles. */
static void add_sources(const json_t *comparison, json_t *evidence)
{
        const json_t *articles = json_object_get(comparison, "articles");
        size_t i, j;
        json_t *one, *article;

        json_array_foreach(evidence, i, one)
        {
                json_array_foreach(articles, j, article)
                {
                        const char *id = json_text(article, "id");

                        if (!id || strcmp(json_text(one, "article"), id) != 0)
                                continue;
                        (void)json_object_set(one, "source",
                                              json_object_get(article, "source"));
                        (void)json_object_set(one, "url", json_object_get(article, "url"));
                        break;
                }
        }
}

/* ------------------------------------------------------------ finding the sentences */

static const char *skip_points(const char *at, const char *end, json_int_t n)
{
        uint32_t point;

        for (; n > 0 && at < end; n--)
                at += utf8_decode(at, end, &point);
        return at;
}

static json_t *sentence_around(const json_t *extraction, json_int_t point)
{
        const json_t *text = json_object_get(extraction, "text");
        const char *start = json_string_value(text), *end;
        size_t i;
        json_t *span;

        json_array_foreach(json_object_get(extraction, "sentences"), i, span)
        {
                json_int_t a = json_integer_value(json_array_get(span, 0));
                json_int_t b = json_integer_value(json_array_get(span, 1));

                if (!start || point < a || point >= b)
                        continue;
                end = start + json_string_length(text);
                start = skip_points(start, end, a);
                return json_stringn(start, (size_t)(skip_points(start, end, b - a) - start));
        }
        return json_null();
}

static json_t *read_extraction(struct txn *txn, const char *id)
{
        struct buffer scratch = { 0 };
        struct settled settled;
        json_t *extraction = NULL;
        uint64_t number = 0;

        if (txn_get_current(txn, id, strlen(id), &number) == 0 && number &&
            txn_get_settled(txn, number, &settled, &scratch) == 0 &&
            settled.kind == SETTLED_RESULT)
                extraction = json_parse(settled.extraction.data, settled.extraction.size, NULL);
        buffer_clear(&scratch);
        return extraction;
}

/* All evidence from this article; the comparison may be of an older version of it, so what no
 * longer stands there gets no sentence. */
static void explain_article(const json_t *evidence, const char *id, const json_t *extraction)
{
        size_t i;
        json_t *one;

        json_array_foreach(evidence, i, one)
        {
                const json_t *span = json_object_get(one, "span");
                json_t *sentence = NULL;

                if (strcmp(json_text(one, "article"), id) != 0)
                        continue;
                if (extraction && json_is_array(span))
                        sentence = sentence_around(extraction,
                                                   json_integer_value(json_array_get(span, 0)));
                (void)json_object_set_new(one, "sentence", sentence ? sentence : json_null());
        }
}

static int find_sentences(struct ask *ask, struct txn *txn)
{
        const json_t *evidence = ask->evidence;

        for (int n = 0; n < WHY_SLICE && ask->n_found < json_array_size(evidence);) {
                const json_t *one = json_array_get(evidence, ask->n_found++);
                const char *id = json_text(one, "article");
                json_auto_t *extraction = NULL;

                if (json_object_get(one, "sentence"))
                        continue; /* of an article that was read before */
                extraction = read_extraction(txn, id);
                explain_article(evidence, id, extraction);
                n++;
        }
        return ask->n_found < json_array_size(evidence) ? READER_E_AGAIN : 0;
}

/* ------------------------------------------------------------ the reply */

/* The finding itself is completed: the comparison was parsed for this alone. */
static json_t *why_reply(const json_t *comparison, const json_t *finding, const char *list)
{
        return json_pack("{s:O,s:O,s:s,s:O}", "event", json_object_get(comparison, "event"),
                         "version", json_object_get(comparison, "version"), "kind", list,
                         "finding", finding);
}

static int find_evidence(struct ask *ask)
{
        json_auto_t *comparison =
                json_parse((const char *)ask->comparison.data, ask->comparison.size, NULL);
        const char *list = NULL;
        const json_t *finding =
                comparison ? comparison_find(comparison, json_text(ask->body, "finding"), &list)
                           : NULL;

        buffer_clear(&ask->comparison);
        if (!finding)
                return ask_settle(ask, STATUS_NOT_FOUND,
                                  "this version of the event has no such finding");
        ask->reply = why_reply(comparison, finding, list);
        ask->evidence = json_array();
        if (!ask->reply || !ask->evidence)
                return -ENOMEM;
        collect((json_t *)finding, ask->evidence, 0);
        add_sources(comparison, ask->evidence);
        return json_array_size(ask->evidence) ? READER_E_AGAIN : 0;
}

/* A comparison may be of many megabytes: it is parsed here, where others do not wait for it. */
static int why_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);

        return ask->evidence ? find_sentences(ask, txn) : find_evidence(ask);
}

void why_explain(struct ask *ask, const char *json, size_t size)
{
        buffer_put(&ask->comparison, json, size);
        if (buffer_error(&ask->comparison))
                ask_answer(ask, -ENOMEM);
        else
                ask_read(ask, why_read);
}
