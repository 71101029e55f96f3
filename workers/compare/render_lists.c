/* render_lists - who takes part, what is agreed, contradicted, omitted, copied */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/compare/findings.h"
#include "workers/compare/omissions.h"
#include "workers/compare/particulars.h"
#include "workers/compare/ranks.h"
#include "workers/compare/render.h"
#include "workers/compare/summary.h"

enum {
        CLAIM_CONFIDENCE = 600,
        EXACT_CONFIDENCE = 800,
        COPY_CONFIDENCE = 950,
        THOUSAND = 1000,
        TYPICAL_TERMS = 6, /* terms that a sentence may have beside those shared */
};

/* About the share of entries of each kind that is right in events without gold, read by hand.
 */
static const uint16_t verdict_confidence[] = {
        [VERDICT_NONE] = 0,      [VERDICT_PRECISION] = 800, [VERDICT_SCOPE] = 600,
        [VERDICT_UPDATED] = 700, [VERDICT_CONFLICT] = 700,
};

/* The rank of what is carried: origins first, then what is central. */
static uint64_t rank_of(uint32_t origins, uint32_t central)
{
        return ((uint64_t)origins << 32) | central;
}

static const char *name_of(const struct bearer *b)
{
        const struct spelling *best = NULL;

        for (size_t i = 0; i < b->n_spellings; i++) {
                const struct spelling *s = &b->spellings[i];
                bool full = b->type == ENTITY_PERSON && strchr(s->text, ' ');
                bool best_full = b->type == ENTITY_PERSON && best && strchr(best->text, ' ');

                if (!best || full > best_full || (full == best_full && s->times > best->times))
                        best = s;
        }
        return best ? best->text : b->key;
}

static json_t *participant_json(const struct render *render, const struct bearer *b)
{
        json_t *o = json_object(), *aliases = json_array();
        const char *name = name_of(b);

        for (size_t i = 0; i < b->n_spellings; i++) {
                if (strcmp(b->spellings[i].text, name) != 0)
                        json_array_append_new(aliases, json_string(b->spellings[i].text));
        }
        json_object_set_new(o, "name", json_string(name));
        json_object_set_new(o, "type", json_string(entity_type_names[b->type]));
        json_object_set_new(o, "aliases", aliases);
        json_object_set_new(o, "ref", summary_ref(b->iso3166, b->geonames, b->wikidata));
        json_object_set_new(o, "articles", render_ids(render, &b->articles));
        return o;
}

static size_t count_parts(const struct render *render)
{
        size_t n = 0;

        for (size_t i = 0; i < render->n_rows; i++) {
                const struct name_row *names = render->rows[i]->body;

                n += render->rows[i]->key.kind == ROW_NAME ? names->n_bearers : 2;
                if (render->rows[i]->key.kind == ROW_SLOT)
                        n += AGREED_MAX + ENTRIES_MAX;
                if (render->rows[i]->key.kind == ROW_ARTICLE)
                        n += COPIES_MAX;
        }
        return n + CARRIED_MAX;
}

static struct ranked *room_for(const struct render *render)
{
        return arena_alloc(render->arena, (count_parts(render) + 1) * sizeof(struct ranked));
}

json_t *render_participants(const struct render *render)
{
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!list)
                return NULL;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct name_row *names = render->rows[i]->body;

                if (render->rows[i]->key.kind != ROW_NAME)
                        continue;
                for (size_t k = 0; k < names->n_bearers; k++) {
                        const struct bearer *b = &names->bearers[k];

                        if (b->type == ENTITY_OTHER)
                                continue;
                        list[n++] = (struct ranked){ rank_of(b->articles.count, b->mentions),
                                                     render->rows[i], k,
                                                     participant_json(render, b) };
                }
        }
        return render_ranked(list, n);
}

static json_t *evidence_list(const struct render *render, const struct claim *c,
                             const struct agreeing *agreeing)
{
        json_t *list = json_array();

        for (size_t i = 0; i < c->n_mentions; i++)
                if (agreeing->holds[i] || c->type != CLAIM_SENTENCE)
                        json_array_append_new(list, render_evidence(render, &c->mentions[i]));
        return list;
}

/* The articles that agree: all, or those whose sentences are kept and do. */
static json_t *articles_agreeing(const struct render *render, const struct claim *c,
                                 const struct agreeing *agreeing)
{
        struct numbers articles = { .n = 0 };

        if (agreeing->all || c->type != CLAIM_SENTENCE)
                return render_ids(render, &c->articles);
        for (size_t i = 0; i < c->n_mentions; i++)
                if (agreeing->holds[i] &&
                    numbers_add(&articles, render->arena, c->mentions[i].article))
                        return NULL;
        return render_ids(render, &articles);
}

static unsigned shared_tells(const struct mention *a, const struct mention *b)
{
        unsigned shared = 0;

        for (size_t i = 0, k = 0; i < a->n_terms && k < b->n_terms;) {
                if (TERM_IS(a->terms[i], b->terms[k]))
                        shared += TERM_TELLS(a->terms[i++]);
                else if (a->terms[i] < b->terms[k])
                        i++;
                else
                        k++;
        }
        return shared;
}

/* How well a sentence stands for those that say the same: what it shares with them, by how long
 * it is. */
static unsigned typicality(const struct claim *c, size_t at, const struct agreeing *agreeing)
{
        unsigned sum = 0;

        for (size_t i = 0; i < c->n_mentions; i++)
                sum += i == at || !agreeing->holds[i]
                               ? 0
                               : shared_tells(&c->mentions[at], &c->mentions[i]);
        return sum * THOUSAND / (unsigned)(c->mentions[at].n_terms + TYPICAL_TERMS);
}

/* A sentence speaks for itself: the most typical of those that say the same. So does the one
 * that tells an act in the fewest words, unless others give it other numbers. */
static json_t *about_json(const struct render *render, const struct claim *c,
                          const struct agreeing *agreeing)
{
        const char *best = c->type == CLAIM_ACT ? claim_shortest(c) : c->about;
        unsigned most = 0;

        if (c->type == CLAIM_ACT && !agreeing->all && c->about)
                best = arena_printf(render->arena, "%s: %s", c->about,
                                    c->value ? c->value : "");

        for (size_t i = 0; !c->about && i < c->n_mentions; i++) {
                unsigned typical = typicality(c, i, agreeing);

                if (agreeing->holds[i] && (!best || typical > most)) {
                        best = c->mentions[i].text;
                        most = typical;
                }
        }
        return json_string(best ? best : "");
}

static json_t *agreed_claim(const struct render *render, const struct row *row,
                            const struct agreeing *agreeing)
{
        static const char *const rules[] = {
                [CLAIM_SENTENCE] = "compare.sentence", [CLAIM_UTTERANCE] = "compare.utterance",
                [CLAIM_ACT] = "compare.act",           [CLAIM_DATE] = "compare.date",
                [CLAIM_TOPIC] = "compare.topic",
        };
        const struct claim *c = row->body;
        unsigned char id[4];
        json_t *o;

        finding_id_of_claim(&row->key, id);
        o = render_finding('g', id,
                           c->type == CLAIM_SENTENCE ? CLAIM_CONFIDENCE : EXACT_CONFIDENCE,
                           rules[c->type]);
        json_object_set_new(o, "about", about_json(render, c, agreeing));
        json_set_text(o, "value", c->value);
        json_object_set_new(o, "articles", articles_agreeing(render, c, agreeing));
        json_object_set_new(o, "evidence", evidence_list(render, c, agreeing));
        return o;
}

/* How well a reader is told by @about what a figure is of: best by a noun; by words that begin
 * with a capital, as a sentence does; by such as do not go on behind the figure. */
static unsigned about_tells(const char *about)
{
        static const char gap[] = "\u2026", head[] = ": ";
        const char *words = strstr(about, head);

        if (!words)
                return 4;
        return 2 * (isupper((unsigned char)words[strlen(head)]) != 0) + !strstr(words, gap);
}

static const char *about_of(const struct figure_group *groups, size_t n)
{
        const char *best = groups[0].members[0]->about;

        for (size_t i = 0; i < n; i++)
                for (size_t k = 0; k < groups[i].n; k++)
                        if (about_tells(groups[i].members[k]->about) > about_tells(best))
                                best = groups[i].members[k]->about;
        return best;
}

static json_t *articles_of(const struct render *render, const struct figure_group *g)
{
        json_t *list = json_array();

        for (size_t i = 0; i < g->n; i++) {
                uint64_t article = g->members[i]->mention.article;

                /* "60 minutes" and "an hour" may stand in one article, which is named once. */
                if (i == 0 || g->members[i - 1]->mention.article != article)
                        json_array_append_new(list, json_string(render_id(render, article)));
        }
        return list;
}

static json_t *evidence_of(const struct render *render, const struct figure_group *g)
{
        json_t *list = json_array();

        for (size_t i = 0; i < g->n; i++) {
                const struct mention *m = &g->members[i]->mention;
                bool known = false;

                /* "50 kilometres (31 miles)" is one sentence, as one that a page has twice. */
                for (size_t k = 0; k < i; k++)
                        known |= g->members[k]->mention.article == m->article &&
                                 strcmp(g->members[k]->mention.text, m->text) == 0;
                if (!known)
                        json_array_append_new(list, render_evidence(render, m));
        }
        return list;
}

static json_t *agreed_value(const struct render *render, const struct row *row,
                            const struct figure_group *g)
{
        const struct slot *slot = row->body;
        unsigned char id[4];
        char value[160];
        json_t *o;

        finding_id_of_value(&row->key, g, id);
        slot_value_print(slot, g, value, sizeof(value));
        o = render_finding('g', id, EXACT_CONFIDENCE, "compare.figure");
        json_object_set_new(o, "about", json_string(about_of(g, 1)));
        json_object_set_new(o, "value", json_string(value));
        json_object_set_new(o, "articles", articles_of(render, g));
        json_object_set_new(o, "evidence", evidence_of(render, g));
        return o;
}

json_t *render_agreements(const struct render *render)
{
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!list)
                return NULL;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct row *row = render->rows[i];
                const struct claim *c = row->body;
                struct agreeing agreeing;
                struct judgement j;

                if (row->key.kind == ROW_CLAIM && claim_letter(c) == 'g') {
                        claim_agreeing(c, &agreeing);
                        list[n++] = (struct ranked){ render_claim_rank(c, &agreeing), row, 0,
                                                     agreed_claim(render, row, &agreeing) };
                }
                if (row->key.kind != ROW_SLOT)
                        continue;
                slot_judge(&j, row->body);
                for (size_t k = 0; k < j.n_agreed; k++) {
                        const struct figure_group *g = &j.agreed[k];

                        list[n++] = (struct ranked){ render_figure_rank(row->body, g), row, k,
                                                     agreed_value(render, row, g) };
                }
        }
        return render_ranked_apart(render->arena, list, n);
}

static json_t *value_json(const struct render *render, const struct slot *slot,
                          const struct figure_group *g)
{
        char value[160];

        slot_value_print(slot, g, value, sizeof(value));
        return json_pack("{s:s, s:o, s:o}", "value", value, "articles", articles_of(render, g),
                         "evidence", evidence_of(render, g));
}

static json_t *conflict_json(const struct render *render, const struct row *row,
                             const struct judgement *j, size_t at, uint32_t *ret_origins)
{
        const struct entry *e = &j->entries[at];
        const struct slot *slot = row->body;
        json_t *values = json_array(), *o;
        unsigned char id[4];

        finding_id_of_entry(&row->key, j, at, id);
        o = render_finding('c', id, verdict_confidence[e->verdict], "compare.slot");
        json_object_set_new(o, "about", json_string(about_of(e->groups, e->n)));
        json_object_set_new(o, "kind", json_string(verdict_names[e->verdict]));
        *ret_origins = 0;
        for (size_t k = 0; k < e->n; k++) {
                *ret_origins += (uint32_t)e->groups[k].n_origins;
                json_array_append_new(values, value_json(render, slot, &e->groups[k]));
        }
        json_object_set_new(o, "values", values);
        return o;
}

json_t *render_conflicts(const struct render *render)
{
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!list)
                return NULL;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct row *row = render->rows[i];
                struct judgement j;

                if (row->key.kind != ROW_SLOT)
                        continue;
                slot_judge(&j, row->body);
                for (size_t k = 0; k < j.n; k++) {
                        uint32_t origins, verdict = j.entries[k].verdict;
                        json_t *o = conflict_json(render, row, &j, k, &origins);

                        list[n++] = (struct ranked){ rank_of(verdict, origins), row, k, o };
                }
        }
        return render_ranked(list, n);
}

/* Articles of the origins of a mask. */
static json_t *articles_within(const struct render *render, uint64_t mask)
{
        const struct header_row *h = render->header;
        json_t *list = json_array();

        for (size_t i = 0; i < render->n_articles; i++) {
                for (size_t k = 0; k < h->n_origins_listed; k++) {
                        if (h->origins[k] == render->articles[i]->origin && (mask >> k & 1))
                                json_array_append_new(list,
                                                      json_string(render->articles[i]->id));
                }
        }
        return list;
}

json_t *render_omissions(const struct render *render)
{
        const struct header_row *h = render->header;
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!list)
                return NULL;
        for (size_t i = 0; h && i < h->n_carried; i++) {
                const struct carried *c = &h->carried[i];
                uint64_t mask = left_out_by(h, c);
                struct row *row;
                unsigned char id[4];
                json_t *o;

                if (!mask)
                        continue;
                finding_id_of_claim(&c->key, id);
                o = render_finding('m', id, CLAIM_CONFIDENCE, "compare.omission");
                json_object_set_new(o, "about", json_string(c->about));
                json_object_set_new(o, "articles", articles_within(render, mask));
                row = arena_alloc(render->arena, sizeof(*row));
                if (!row)
                        return NULL;
                row->key = c->key;
                list[n++] = (struct ranked){ (uint64_t)__builtin_popcountll(~mask), row, 0, o };
        }
        return render_ranked(list, n);
}

static json_t *copy_json(const struct render *render, const struct article_row *a,
                         const struct copy *k)
{
        uint64_t from = k->from_other ? k->other : a->number;
        uint64_t to = k->from_other ? a->number : k->other;
        unsigned char id[4];
        json_t *o;

        finding_id_of_copy(a->number, k->other, id);
        o = render_finding('k', id, COPY_CONFIDENCE, "compare.passages");
        json_object_set_new(o, "from", json_string(render_id(render, from)));
        json_object_set_new(o, "to", json_string(render_id(render, to)));
        json_object_set_new(o, "share", json_milli(k->share));
        json_object_set_new(o, "direction",
                            json_string(k->certain ? "certain" : "undetermined"));
        json_object_set_new(o, "basis", json_string(k->by_credit ? "both" : "text"));
        return o;
}

json_t *render_copies(const struct render *render)
{
        struct ranked *list = room_for(render);
        size_t n = 0;

        if (!list)
                return NULL;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct article_row *a = render->rows[i]->body;

                if (render->rows[i]->key.kind != ROW_ARTICLE)
                        continue;
                for (size_t k = 0; k < a->n_copies; k++)
                        list[n++] = (struct ranked){ a->copies[k].share, render->rows[i], k,
                                                     copy_json(render, a, &a->copies[k]) };
        }
        return render_ranked(list, n);
}
