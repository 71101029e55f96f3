#include "workers/text/page_date_keys.h"

#include <stddef.h>
#include <stdio.h>

#include "proto/iso8601.h"

enum { DAY_SECONDS = 86400 };

/* A number that is a time lies from 1990 to 2100; a larger one counts thousandths. */
static const int64_t STAMP_MIN = 631152000, STAMP_MAX = 4102444800,
                     MILLISECONDS_MIN = 100000000000;

const char *const date_keys_published[] = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
        "dcterms.issued",
        "dc.date.issued",
        "dcterms.created",
        "dc.date.created",
        "publication_date",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "published_date",
        "article.published",
        "article:post_date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "citation_publication_date",
        "citation_online_date",
        "dc.date",
        "dcterms.date",
        "date",
        "originalpublicationdate",
        "article_date_original",
        "rnews:datepublished",
        "og:pubdate",
        "bt:pubdate",
        "displaydate",
        "pdate",
        "created",
        "article.created",
        "ptime",
        "datecreated",
        "pub_date",
        "published",
        "article_published",
        "dc.terms.date",
        "release_date",
        "publisheddate",
        "published-date",
        "publicationdate",
        "article:publicationdate",
        "article:publication_date",
        "analyticsattributes.articledate",
        "shareaholic:article_published_time",
        "dc.created",
        "pub-date",
        "dateposted",
        "date_posted",
        "publish_time",
        "publishtime",
        "og:article:published",
        "article:create_at",
        "article-publish-date",
        "article_date",
        "publication-date",
        NULL,
};

const char *const date_keys_modified[] = {
        "article:modified_time",
        "og:updated_time",
        "article:modified",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
        "lastmod",
        "lastmodified",
        "lastmodifieddate",
        "shareaholic:article_modified_time",
        "article.updated",
        "og:article:modified_time",
        NULL,
};

bool date_write_stamp(int64_t stamp, char out[DATE_STAMP_BYTES])
{
        int64_t seconds = stamp > MILLISECONDS_MIN ? stamp / 1000 : stamp;
        int year, month, day;

        if (seconds < STAMP_MIN || seconds > STAMP_MAX)
                return false;
        iso_civil(seconds / DAY_SECONDS, &year, &month, &day);
        seconds %= DAY_SECONDS;
        snprintf(out, DATE_STAMP_BYTES, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                 (int)(seconds / 3600), (int)(seconds / 60 % 60), (int)(seconds % 60));
        return true;
}
