#include "workers/text/stages.h"

int language_find(struct document *doc)
{
        doc->x->language = doc->article->language ? doc->article->language : "en";
        doc->english = true;
        return 0;
}
