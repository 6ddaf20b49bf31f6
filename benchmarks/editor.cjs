// The editor's parse(), timed:  node editor.cjs FOLDER_WITH_LIB_CJS FILE…
// Prints the milliseconds of three rounds over all files as a JSON list.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const [folder, ...files] = process.argv.slice(2);
const { parse } = require(join(resolve(folder), 'lib.cjs'));
const texts = files.map((file) => readFileSync(file, 'utf8'));
const rounds = [1, 2, 3].map(() => {
	const started = process.hrtime.bigint();
	texts.forEach((text) => parse(text));
	return Number(process.hrtime.bigint() - started) / 1e6;
});
process.stdout.write(JSON.stringify(rounds));
