// The official AMP validator, page after page.
//
//     node validate.cjs VALIDATOR_WASM_JS < pages
//
// Each line of the input is a page as a JSON string; it is answered at once by a line
// {"status": "PASS" | "FAIL" | "CRASH", "errors": [{"severity", "line", "col", "code", "message"}]}.
// A page that the validator dies of (one nested too deep does it) is a CRASH. Some misnested formatting leaves the
// validator's memory broken for the page behind it, so a page counts as one only where a fresh validator dies of it.
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

function asked(validator, page) {
  const told = (error) => ({
    severity: error.severity,
    line: error.line,
    col: error.col,
    code: error.code,
    message: validator.renderErrorMessage(error),
  });
  const { status, errors } = validator.validateString(page, 'AMP');
  return { status, errors: Array.from(errors, told) };
}

async function main(file) {
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file });
  let validator = await load(script);
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const page = JSON.parse(line);
    let answer;
    for (let attempt = 0; answer === undefined; attempt += 1) {
      try {
        answer = asked(validator, page);
      } catch (error) {
        validator = await load(script);
        if (attempt > 0) {
          const message = String((error && error.message) || error);
          answer = { status: 'CRASH', errors: [{ severity: 'ERROR', line: 0, col: 0, code: 'CRASH', message }] };
        }
      }
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${(error && error.stack) || error}\n`);
  process.exitCode = 2;
});
