// Start the bench's Python once, with the wheels unpacked and everything imported, and keep its memory in a file.
// A reader's browser then begins where this left off, which takes a third of the time.
//
//   node tools/docs/npm/snapshot.mjs site/proev
//
// The file is gzip without the name of it, so that no web server sends it as something else.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { loadPyodide } from "pyodide";

const bench = process.argv[2];
const python = await loadPyodide({ _makeSnapshot: true, fullStdLib: false });
for (const name of JSON.parse(readFileSync(`${bench}/hjul/liste.json`, "utf8"))) {
  const wheel = readFileSync(`${bench}/hjul/${name}`);
  python.unpackArchive(wheel.buffer.slice(wheel.byteOffset, wheel.byteOffset + wheel.byteLength), "wheel");
}
python.runPython(readFileSync(`${bench}/motor.py`, "utf8"));
python.runPython("warm()");
const memory = python.makeMemorySnapshot();
writeFileSync(`${bench}/start.snap`, gzipSync(memory, { level: 9 }));
console.log(`start.snap: ${(memory.length / 1e6).toFixed(1)} MB of memory`);
