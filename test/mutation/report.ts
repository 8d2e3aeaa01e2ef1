/** `npm run mutate [-- number seed]`: 500 changes to the data of all editions, and what `check` catches of them, by kind. */
import { diskFiles } from '../../src/command-line/disk-files.ts';
import { seeded } from '../support/tiny.ts';
import { mutate, mutationReport } from './run.ts';

const [, , number = '500', seed = '1'] = process.argv;
const start = performance.now();
const mutations = mutate(diskFiles(process.cwd()), Number(number), seeded(Number(seed)));
console.log(mutationReport(mutations));
console.log(`${mutations.length} mutations in ${((performance.now() - start) / 1000).toFixed(1)} s`);
const missed = mutations.filter(({ breaks, caught }) => breaks.length > 0 && caught.length === 0);
for (const { text, breaks } of missed) console.log(`MISSED  ${text}\n        breaks ${breaks.join('; ')}`);
if (missed.length > 0) process.exitCode = 1;
