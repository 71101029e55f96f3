/* gate - it stays shut from the high level down to the low one */
#include "daemon/gate.h"
#include "tests/unit/test.h"

TEST(it_shuts_at_the_high_level_and_opens_at_the_low_one)
{
        struct gate gate = { .high = 10, .low = 5 };

        EXPECT(gate_passes(&gate, 0));
        EXPECT(gate_passes(&gate, 9));
        EXPECT(!gate_passes(&gate, 10));
        EXPECT(!gate_passes(&gate, 9));
        EXPECT(!gate_passes(&gate, 6));
        EXPECT(gate_passes(&gate, 5));
        EXPECT(gate_passes(&gate, 9));
}
