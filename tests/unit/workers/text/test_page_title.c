#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

static const char *title(const char *html)
{
        return given_page("https://www.sound-post.example/2022/ferries", html)->title;
}

TEST(the_outlets_name_goes)
{
        EXPECT_STR(title("<title>Ferries stop for the winter | The Sound Post</title>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<meta property=og:site_name content='Harbour Weekly'>"
                         "<title>Harbour Weekly: Ferries stop for the winter</title>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<meta property=og:site_name content='Harbour Weekly'>"
                         "<title>Ferries stop|Harbour Weekly</title>" BODY),
                   "Ferries stop");
        EXPECT_STR(
                title("<meta property=og:title content='Ferries stop - The Sound Post'>" BODY),
                "Ferries stop");
}

TEST(many_marks_part_the_outlets_name)
{
        EXPECT_STR(title("<title>Ferries stop for the winter ~ The Sound Post</title>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>Ferries stop for the winter &lt; The Sound Post</title>" BODY),
                   "Ferries stop for the winter");
}

TEST(the_heading_of_the_outlet_is_no_headline)
{
        EXPECT_STR(title("<title>Ferries stop for the winter — Notes from Hull</title>"
                         "<meta property=og:title content='Ferries stop for the winter'>"
                         "<h1>Notes from Hull</h1><h1>Ferries stop for the winter</h1>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>The Sound Post » Archive » Ferries stop for the winter</title>"
                         "<h1>The Sound Post</h1><h2>Ferries stop for the winter</h2>" BODY),
                   "Ferries stop for the winter");
}

TEST(the_heading_goes_before_what_is_written_for_others)
{
        EXPECT_STR(title("<title>Ferries: five things to know</title>"
                         "<meta property=og:title content='Ferries: five things to know'>"
                         "<h1>Harbour masters argue over ferries in the winter</h1>" BODY),
                   "Harbour masters argue over ferries in the winter");
}

TEST(what_the_editors_shortened_for_sharing_is_taken)
{
        EXPECT_STR(
                title("<title>Harbour masters of the two islands argue over ferries in the "
                      "winter | The Sound Post</title><meta property=og:title content="
                      "'Harbour masters argue over ferries in winter'><h1>Harbour masters of "
                      "the two islands argue over ferries in the winter</h1>" BODY),
                "Harbour masters argue over ferries in winter");
        EXPECT_STR(title("<title>Why the harbour masters of the two islands argue over ferries "
                         "</title><meta property=og:title content='The harbour masters argue'>"
                         "<h1>Why the harbour masters of the two islands argue over ferries"
                         "</h1>" BODY),
                   "Why the harbour masters of the two islands argue over ferries");
        EXPECT_STR(title("<title>Harbour masters of the two islands argue over ferries in the "
                         "winter</title><meta property=og:title content="
                         "'Harbour masters of the two islands argue…'><h1>Harbour masters of "
                         "the two islands argue over ferries in the winter</h1>" BODY),
                   "Harbour masters of the two islands argue over ferries in the winter");
}

TEST(a_subheading_in_the_heading_goes)
{
        EXPECT_STR(title("<title>Ferries stop for the winter</title>"
                         "<meta property=og:title content='Ferries stop for the winter'>"
                         "<script type='application/ld+json'>{\"@type\":\"BlogPosting\","
                         "\"headline\":\"Ferries stop for the winter\"}</script>"
                         "<h1>Ferries stop for the winter <small>Ice lies on the sound again"
                         "</small></h1>" BODY),
                   "Ferries stop for the winter");
}

TEST(a_heading_below_the_text_heads_something_else)
{
        EXPECT_STR(title("<title>Ferries stop for the winter</title>"
                         "<meta property=og:title content='Ferries stop for the winter'>" BODY
                         "<h1>A word from the founder of this paper</h1><p>Give us money.</p>"),
                   "Ferries stop for the winter");
}

TEST(labels_go)
{
        EXPECT_STR(title("<title>Ferries stop for the winter</title>"
                         "<meta property=og:title content='Ferries stop for the winter'>"
                         "<h1><span>Island News</span> Ferries stop for the winter</h1>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<h1>Why the ferries should run in winter | Opinion</h1>" BODY),
                   "Why the ferries should run in winter");
        EXPECT_STR(
                title("<meta property=og:title content='Opinion | Let the ferries run'>" BODY),
                "Let the ferries run");
        EXPECT_STR(title("<title>Ferries stop for the winter</title>"
                         "<meta property=og:title content='Ferries stop for the winter'>"
                         "<h1>Blog: Ferries stop for the winter</h1>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(given_page("https://www.sound-post.example/island-life/ferries",
                              "<title>Ferries stop for the winter | Island life</title>" BODY)
                           ->title,
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>Ferries: stop them now</title>"
                         "<h1>Breaking: Ferries: stop them now</h1>" BODY),
                   "Breaking: Ferries: stop them now");
}

TEST(entities_and_tags_in_metadata_are_read)
{
        EXPECT_STR(title("<meta property=og:title content='Ice &amp;amp; ferries: "
                         "&lt;em&gt;a love story&lt;/em&gt;'>" BODY),
                   "Ice & ferries: a love story");
        EXPECT_STR(
                title("<meta property=og:title content='Fewer than &amp;lt; 3 ferries'>" BODY),
                "Fewer than < 3 ferries");
}

TEST(scripts_without_spaces_have_headlines_too)
{
        EXPECT_STR(title("<title>冬季渡轮停止服务引发争议_海峡日报</title>"
                         "<meta property=og:site_name content='海峡日报'>"
                         "<h1>冬季渡轮停止服务引发争议</h1>" BODY),
                   "冬季渡轮停止服务引发争议");
        EXPECT_STR(title("<title>Паромы не ходят зимой | Вести</title>"
                         "<h1>Почему паромы не ходят зимой</h1>" BODY),
                   "Почему паромы не ходят зимой");
}

TEST(of_several_articles_in_the_data_the_pages_own_counts)
{
        EXPECT_STR(
                title("<link rel=canonical href='https://www.sound-post.example/2022/ferries'>"
                      "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\","
                      "\"headline\":\"Fog over the sound\",\"url\":"
                      "\"https://www.sound-post.example/2022/fog\"},{\"@type\":\"NewsArticle\","
                      "\"headline\":\"Ferries stop for the winter\",\"mainEntityOfPage\":"
                      "\"https://www.sound-post.example/2022/ferries\"}]</script>" BODY),
                "Ferries stop for the winter");
}

TEST(a_label_glued_to_the_headline_goes)
{
        EXPECT_STR(
                title("<title>Ferries stop for the winter | Sound Post</title>"
                      "<meta property=og:title content='Ferries stop for the winter'>"
                      "<h1><span>Live</span><span>Ferries stop for the winter</span></h1>" BODY),
                "Ferries stop for the winter");
}

TEST(a_line_that_the_title_repeats_heads_a_page_without_headings)
{
        EXPECT_STR(title("<title>Sound News - Coast - Ferries stop for the winter</title>"
                         "<table><tr><td>Sound News<tr><td class=sh>Ferries stop for the winter"
                         "<tr><td>" BODY "</table>"),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>Ferries stop for the winter: Harbour Weekly</title><b>Ferries "
                         "stop for the winter</b><br>By Ada Strand<br><br>" BODY),
                   "Ferries stop for the winter");
}

TEST(older_metas_name_the_headline)
{
        EXPECT_STR(title("<title>SOUND NEWS | Coast | Ferries stop</title>"
                         "<meta name=Headline content='Ferries stop'>" BODY),
                   "Ferries stop");
}

TEST(a_label_in_an_element_of_its_own_goes)
{
        EXPECT_STR(
                title("<title>Ferries stop for the winter - Sound Post</title>"
                      "<h1><span>Exclusive</span><span>Ferries stop for the winter</span></h1>" BODY),
                "Ferries stop for the winter");
}

TEST(the_name_that_the_address_tells_goes_before_a_colon)
{
        EXPECT_STR(title("<title>Sound Post: Ferries stop for the winter</title>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>Sound: Ferries stop for the winter</title>" BODY),
                   "Sound: Ferries stop for the winter");
        EXPECT_STR(title("<title>Ferries stop for the winter: The Sound Post</title>" BODY),
                   "Ferries stop for the winter");
}

TEST(a_heading_says_more_than_the_outlets_name_or_a_title_cut_short)
{
        EXPECT_STR(title("<title>Sound Post</title><h1>Sound Post</h1>"
                         "<h2>Ferries stop for the winter</h2>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<meta property=og:title content='Ferries stop for the…'>"
                         "<h2>Ferries stop for the winter</h2>" BODY),
                   "Ferries stop for the winter");
        EXPECT_STR(title("<title>Sound Post</title>" BODY "<h2>The ice comes early now</h2>"),
                   "Sound Post");
        EXPECT_STR(title("<meta property=og:title content='And then…'>" BODY
                         "<h2>And then it rained on the quay</h2>"),
                   "And then…");
}

TEST(a_subheading_glued_to_the_headline_goes)
{
        EXPECT_STR(title("<title>Ferries stop for the winter</title><h1>Ferries stop for the "
                         "winter<span>Ice is to blame, says the board</span></h1>" BODY),
                   "Ferries stop for the winter");
}

TEST(what_goes_on_in_small_letters_is_no_name)
{
        EXPECT_STR(
                title("<title>Ferries stop for now - and maybe longer | The Sound Post</title>" BODY),
                "Ferries stop for now - and maybe longer");
        EXPECT_STR(title("<title>Ferries stop for now - by Ada Strand</title>" BODY),
                   "Ferries stop for now");
}
