// measure.mjs SECONDS FILE... - pages a second of user time that Readability reads on linkedom.
//
// Whole rounds, as pages differ; of user time, so that others on the machine matter less.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [seconds, ...files] = process.argv.slice(2);
const pages = files.map((file) => readFileSync(file, "utf8"));

function read(html) {
  try {
    return new Readability(parseHTML(html).document).parse();
  } catch {
    return null;
  }
}

// The first pages run before the compiler has seen the code: they are not counted.
for (const page of pages.slice(0, 40)) read(page);
const start = process.cpuUsage();
const took = () => process.cpuUsage(start).user / 1e6;
let done = 0;
do {
  for (const page of pages) read(page);
  done += pages.length;
} while (took() < seconds);
console.log(`${(done / took()).toFixed(1)} pages/s (${pages.length} files)`);
