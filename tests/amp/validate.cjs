// The official AMP validator over many pages at once.
//
//     node validate.cjs VALIDATOR_WASM_JS < pages
//
// Each line of the input is a page as a JSON string; each line of the output is
// {"status": "PASS" | "FAIL" | "CRASH", "errors": [{"severity", "line", "col", "code", "message"}]} for the page of
// that line. A page that the validator dies of (one nested too deep does it) is a CRASH; the rest gets a fresh one.
'use strict';
const fs = require('fs');
const readline = require('readline');
const vm = require('vm');

async function load(script) {
  const sandbox = vm.createContext({});
  script.runInContext(sandbox);
  await sandbox.amp.validator.init();
  return sandbox.amp.validator;
}

async function main(file) {
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file });
  let validator = await load(script);
  const told = (error) => ({
    severity: error.severity,
    line: error.line,
    col: error.col,
    code: error.code,
    message: validator.renderErrorMessage(error),
  });
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    let answer;
    try {
      const { status, errors } = validator.validateString(JSON.parse(line), 'AMP');
      answer = { status, errors: Array.from(errors, told) };
    } catch (error) {
      const message = String((error && error.message) || error);
      answer = { status: 'CRASH', errors: [{ severity: 'ERROR', line: 0, col: 0, code: 'CRASH', message }] };
      validator = await load(script);
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${(error && error.stack) || error}\n`);
  process.exitCode = 2;
});
