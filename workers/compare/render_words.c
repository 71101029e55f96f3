/* render_words - the utterances that several articles carry, and what one origin alone reports
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "workers/compare/findings.h"
#include "workers/compare/render.h"
#include "workers/compare/speakers.h"

enum {
        QUOTE_CONFIDENCE = 950,
        REPORTED_CONFIDENCE = 900,
        ONLY_CONFIDENCE = 600,
        CENTRAL_MOST = 1001, /* centrality orders what is of equal importance */
        NOVELTY_MOST = 100,  /* lists of names are not the more important for it */
        HAS_FIGURE = 45,     /* points of novelty that a figure is worth */
};

/* The next letter or digit, or byte of one; marks, spaces and case are no words. 0: none. */
static unsigned char next_letter(const char **text)
{
        for (;;) {
                unsigned char c = (unsigned char)**text;

                if (!c)
                        return 0;
                if (c == 0xe2 && (unsigned char)(*text)[1] == 0x80 && (*text)[2]) {
                        *text += 3; /* general punctuation: dashes, curly marks */
                        continue;
                }
                (*text)++;
                if (c >= 0x80 || isalnum(c))
                        return (unsigned char)tolower(c);
        }
}

static bool reads_alike(const char *a, const char *b)
{
        unsigned char x, y;

        do {
                x = next_letter(&a);
                y = next_letter(&b);
        } while (x && x == y);
        return x == y;
}

static bool same_words(const struct claim *c)
{
        for (size_t i = 0; i < c->n_mentions; i++)
                if (!c->mentions[i].direct || !c->mentions[i].text ||
                    !reads_alike(c->mentions[0].text, c->mentions[i].text))
                        return false;
        return true;
}

static json_t *variant_json(const struct render *render, const struct mention *m)
{
        json_t *o = render_evidence(render, m);
        char quote[16];

        snprintf(quote, sizeof(quote), "q%u", m->quote + 1u);
        json_set_text(o, "quote", m->quote == QUOTE_NONE ? NULL : quote);
        json_object_set_new(o, "direct", json_boolean(m->direct));
        json_set_text(o, "speaker", m->speaker);
        return o;
}

static json_t *utterance_json(const struct render *render, const struct speakers *speakers,
                              const struct row *row)
{
        const struct claim *c = row->body;
        json_t *variants = json_array(), *o;
        uint16_t confidence = QUOTE_CONFIDENCE;
        unsigned char id[4];

        for (size_t i = 0; i < c->n_mentions; i++) {
                json_array_append_new(variants, variant_json(render, &c->mentions[i]));
                if (!c->mentions[i].direct)
                        confidence = REPORTED_CONFIDENCE;
        }
        finding_id_of_claim(&row->key, id);
        o = render_finding('q', id, confidence, "compare.utterance");
        json_set_text(o, "speaker", speakers_of(speakers, c));
        json_object_set_new(o, "same_words", json_boolean(same_words(c)));
        json_object_set_new(o, "articles", render_ids(render, &c->articles));
        json_object_set_new(o, "variants", variants);
        return o;
}

static struct ranked *room_for(const struct render *render)
{
        return arena_alloc(render->arena, (render->n_rows + 1) * sizeof(struct ranked));
}

json_t *render_quotes(const struct render *render)
{
        struct speakers *speakers = speakers_new(render);
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!speakers)
                return NULL;
        for (size_t i = 0; list && i < render->n_rows; i++) {
                const struct row *row = render->rows[i];
                const struct claim *c = row->body;

                if (row->key.kind == ROW_CLAIM && claim_letter(c) == 'q')
                        list[n++] =
                                (struct ranked){ (uint64_t)c->origins.count << 32 | c->weight,
                                                 row, 0,
                                                 utterance_json(render, speakers, row) };
        }
        return list ? render_ranked(list, n) : NULL;
}

static json_t *only_json(const struct render *render, const struct row *row)
{
        const struct claim *c = row->body;
        json_t *evidence = json_array(), *o;
        unsigned char id[4];

        for (size_t i = 0; i < c->n_mentions; i++)
                json_array_append_new(evidence, render_evidence(render, &c->mentions[i]));
        finding_id_of_claim(&row->key, id);
        o = render_finding('o', id, ONLY_CONFIDENCE, "compare.only");
        json_object_set_new(o, "article",
                            json_string(render_id(render, c->mentions[0].origin)));
        json_object_set_new(o, "articles", render_ids(render, &c->articles));
        json_object_set_new(o, "evidence", evidence);
        return o;
}

/* How much of a report's own a sentence tells, in points: it is the longer and the more exact
 * ones that readers take for the more important, unless others give the same figures. Where it
 * stands tells nothing. */
static unsigned importance(struct render *render, const struct mention *m)
{
        unsigned novelty =
                render_is_spoken_elsewhere(render, m) ? 0 : render_novelty(render, m);
        bool exact =
                m->text && strpbrk(m->text, "0123456789") && !render_shares_figures(render, m);

        novelty = novelty < NOVELTY_MOST ? novelty : NOVELTY_MOST;
        return novelty + (exact ? HAS_FIGURE : 0);
}

json_t *render_only(struct render *render)
{
        struct ranked *list = room_for(render);
        size_t n = 0;

        for (size_t i = 0; list && i < render->n_rows; i++) {
                const struct row *row = render->rows[i];
                const struct claim *c = row->body;

                if (row->key.kind != ROW_CLAIM || claim_letter(c) != 'o' || !c->n_mentions)
                        continue;
                list[n++] =
                        (struct ranked){ CENTRAL_MOST * importance(render, &c->mentions[0]) +
                                                 c->weight,
                                         row, 0, only_json(render, row) };
        }
        return list ? render_ranked(list, n) : NULL;
}
