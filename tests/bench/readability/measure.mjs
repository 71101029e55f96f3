// measure.mjs SECONDS FILE... - pages a second that Readability reads on linkedom, round and round.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
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
const start = performance.now();
let done = 0;
for (let i = 0; performance.now() - start < 1000 * seconds; i = (i + 1) % pages.length, done++) read(pages[i]);
console.log(`${((1000 * done) / (performance.now() - start)).toFixed(1)} pages/s (${pages.length} files)`);
