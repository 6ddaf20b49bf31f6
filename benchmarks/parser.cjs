// WordPress's JavaScript parser, timed on request:  node parser.cjs FOLDER_OF_NODE_MODULES FILE…
// For each line on stdin it parses every file once, and prints the milliseconds that each took as a JSON list.
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');
const { join, resolve } = require('node:path');

const [folder, ...files] = process.argv.slice(2);
const { parse } = createRequire(join(resolve(folder), 'here.js'))('@wordpress/block-serialization-default-parser');
const texts = files.map((file) => readFileSync(file, 'utf8'));

createInterface({ input: process.stdin }).on('line', () => {
	const times = texts.map((text) => {
		const started = process.hrtime.bigint();
		parse(text);
		return Number(process.hrtime.bigint() - started) / 1e6;
	});
	console.log(JSON.stringify(times));
});
