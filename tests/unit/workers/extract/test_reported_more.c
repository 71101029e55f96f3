/* reported speech: what begins, ends and owns it, where a word may be taken for another */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_title_tells_whether_a_name_is_of_another)
{
        static const char said[] = "the mill would reopen";

        expect_name("The widow of the governor, Dr. Anna Berg, said the mill would reopen.",
                    said, "Anna Berg");
        expect_name("A neighbour of the senator, Sen. Olaf Lind, said the mill would reopen.",
                    said, "Olaf Lind");
        expect_name("A lawyer for the senator, Sen. Olaf Lind, said the mill would reopen.",
                    said, "lawyer for the senator");
        expect_name("An aide to the governor, Gov. Olaf Lind, said the mill would reopen.",
                    said, "aide to the governor");
}
